import { openSession, run } from "../engine/index.ts";
import type { LabReply, LabRequest } from "./messages.ts";
import { runProof } from "./proof-run.ts";

const engine = { run, openSession };

function answer(request: LabRequest): LabReply {
  try {
    if (request.kind === "prove") return { kind: "proven", run: runProof(engine, request.proof, request.version) };
    return { kind: "ran", result: run(request.source, { version: request.version, mode: request.mode }) };
  } catch (error) {
    // The engine promises not to throw for a program's reasons; what comes here is its own fault and is shown as such.
    return { kind: "fault", message: error instanceof Error ? error.message : String(error) };
  }
}

const post = (reply: LabReply): void => self.postMessage(reply);

self.addEventListener("message", (event: MessageEvent<LabRequest>) => post(answer(event.data)));
post({ kind: "ready" });
