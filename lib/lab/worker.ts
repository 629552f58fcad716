import { openSession, run } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import type { LabReply, LabRequest } from "./messages.ts";
import { runProof } from "./proof-run.ts";

const engine = { run, openSession };

function answer(request: LabRequest): LabReply {
  if (request.kind === "prove") return { kind: "proven", run: runProof(engine, request.proof, request.version) };
  return { kind: "ran", result: run(request.source, { version: request.version, mode: request.mode }) };
}

serveEngine(answer);
