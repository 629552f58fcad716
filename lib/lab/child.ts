// What runs in the process that lib/lab/process.ts starts: reads one request as JSON, answers with one line of JSON, ends.
import { text } from "node:stream/consumers";
import claims from "../../content/claims.json" with { type: "json" };
import { isSound } from "../cards/card.ts";
import { type ClaimRecord, lintCard } from "../cards/lint.ts";
import { parseCard } from "../cards/parse.ts";
import { proveCard } from "../cards/prove.ts";
import type { Prover } from "../cards/prover.ts";
import { openSession, run } from "../engine/index.ts";
import type { ProcessReply, ProcessRequest, ProvenSource } from "./process-messages.ts";

/** Put in when the program is bundled. */
declare const ENGINE_HASH: string;

/** Smaller than in a browser: others wait for the server. */
const LIMITS = { steps: 2_000_000, memory: 32 * 1024 * 1024, output: 16_384 } as const;

const prover: Prover = {
  run: (source, options) => run(source, { ...options, limits: LIMITS }),
  openSession: (options) => openSession({ ...options, limits: LIMITS }),
};

function prove(source: string): ProvenSource {
  const card = parseCard(source);
  const problems = [...card.problems, ...lintCard(card, { claims: claims as unknown as readonly ClaimRecord[] })];
  const runs = isSound(card) && problems.every((problem) => problem.severity !== "error") && (card.front.evidence === "proven" || card.front.evidence === "model");
  return { card, problems, results: runs ? proveCard(prover, card) : [], engineHash: ENGINE_HASH };
}

const request = JSON.parse(await text(process.stdin)) as ProcessRequest;
const reply: ProcessReply =
  request.kind === "prove"
    ? { kind: "proven", proven: prove(request.source) }
    : { kind: "ran", results: request.programs.map(({ source, version, mode }) => run(source, { version, mode, limits: LIMITS })) };
process.stdout.write(`${JSON.stringify(reply)}\n`);
