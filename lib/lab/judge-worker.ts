// Proves blocks of a card that is being written. One at a time; the page ends it when a block does not end.
import { proveBlock } from "../cards/prove.ts";
import { openSession, run } from "../engine/index.ts";
import type { JudgeReply, JudgeRequest } from "./judge-messages.ts";

const engine = { run, openSession };

function answer({ proof, version }: JudgeRequest): JudgeReply {
  try {
    return { kind: "judged", result: proveBlock(engine, proof, version) };
  } catch (error) {
    return { kind: "fault", message: error instanceof Error ? error.message : String(error) };
  }
}

const post = (reply: JudgeReply): void => self.postMessage(reply);

self.addEventListener("message", (event: MessageEvent<JudgeRequest>) => post(answer(event.data)));
post({ kind: "ready" });
