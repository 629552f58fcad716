// Proves blocks of a card that is being written. One at a time; the page ends it when a block does not end.
import { proveBlock } from "../cards/prove.ts";
import { openSession, run } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import type { JudgeReply, JudgeRequest } from "./judge-messages.ts";

const engine = { run, openSession };

function answer({ proof, version }: JudgeRequest): JudgeReply {
  return { kind: "judged", result: proveBlock(engine, proof, version) };
}

serveEngine(answer);
