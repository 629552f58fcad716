// Proves blocks of a card that is being written. One at a time; the page ends it when a block does not end.
import { proveBlock } from "../cards/prove.ts";
import { openSession, run } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import { outputOf } from "./proof-run.ts";
import type { JudgeReply, JudgeRequest } from "./judge-messages.ts";

const engine = { run, openSession };

function answer({ proof, version }: JudgeRequest): JudgeReply {
  const result = proveBlock(engine, proof, version);
  // A program that did not end would not end now either.
  const ends = result.outcome === "held" || result.outcome === "failed";
  return { kind: "judged", result, output: ends ? outputOf(engine, proof, version) : "" };
}

serveEngine(answer);
