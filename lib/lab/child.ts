// The whole of the process that runs others' programs for the server: a request on stdin, its answer on stdout, then the end.
// It is started without environment and without leave to touch files, and is killed when it takes too long (process.ts).
import { isSound } from "../cards/card.ts";
import { lintCard } from "../cards/lint.ts";
import { parseCard } from "../cards/parse.ts";
import { proveCard } from "../cards/prove.ts";
import { openSession, run } from "../engine/index.ts";
import type { ChildReply, ChildRequest } from "./messages.ts";

function answer(request: ChildRequest): ChildReply {
  if (request.kind === "run") return { kind: "ran", results: request.programs.map(({ source, version, mode }) => run(source, { version, mode })) };
  const card = parseCard(request.source);
  const problems = [...card.problems, ...lintCard(card)];
  return { kind: "proven", problems, results: isSound(card) ? proveCard({ run, openSession }, card) : [] };
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
process.stdout.write(JSON.stringify(answer(JSON.parse(Buffer.concat(chunks).toString("utf8")) as ChildRequest)));
