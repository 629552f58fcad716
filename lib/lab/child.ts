// What runs in the process that lib/lab/process.ts starts: reads one request as JSON, answers with one line of JSON, ends.
import { text } from "node:stream/consumers";
import claims from "../../content/claims.json" with { type: "json" };
import { isSound, type SoundCard } from "../cards/card.ts";
import { extendProof } from "../cards/extend.ts";
import { type ClaimRecord, lintCard } from "../cards/lint.ts";
import { parseCard } from "../cards/parse.ts";
import { blockVersions, type ProofResult, proveBlock, proveCard } from "../cards/prove.ts";
import type { Prover } from "../cards/prover.ts";
import { VERSIONS } from "../cards/versions.ts";
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

/** What the card's blocks do in versions newer than those that it names, taken to say of them what they say of its newest. */
function proveNewer(card: SoundCard): ProofResult[] {
  const newest = card.front.versions.at(-1);
  if (newest === undefined) return [];
  return VERSIONS.slice(VERSIONS.indexOf(newest) + 1).flatMap((version) => card.proofs.filter((proof) => blockVersions(card, proof).includes(newest)).map((proof) => proveBlock(prover, extendProof(proof, newest, version), version)));
}

function prove(source: string, newer: boolean): ProvenSource {
  const card = parseCard(source);
  const problems = [...card.problems, ...lintCard(card, { claims: claims as unknown as readonly ClaimRecord[] })];
  const runs = isSound(card) && problems.every((problem) => problem.severity !== "error") && (card.front.evidence === "proven" || card.front.evidence === "model");
  return { card, problems, results: runs ? [...proveCard(prover, card), ...(newer ? proveNewer(card) : [])] : [], engineHash: ENGINE_HASH };
}

const request = JSON.parse(await text(process.stdin)) as ProcessRequest;
const reply: ProcessReply =
  request.kind === "prove"
    ? { kind: "proven", proven: prove(request.source, request.newer === true) }
    : { kind: "ran", results: request.programs.map(({ source, version, mode }) => run(source, { version, mode, limits: LIMITS })) };
process.stdout.write(`${JSON.stringify(reply)}\n`);
