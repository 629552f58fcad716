// The engine in a process of its own on the server: whatever a program does, the process can be ended. It gets no environment,
// may read nothing but its own file, and runs on a heap that is bounded from outside too.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import type { RunResult } from "../engine/types.ts";
import { AppError } from "../errors.ts";
import type { ChildReply, ChildRequest, Program } from "./messages.ts";

/** Made by lib/setup/bundle.mjs before the server starts. */
const childFile = (): string => path.join(process.cwd(), "build", "lab-child.mjs");

const HEAP_MB = 256;
const RUNNING_AT_MOST = 2;
const WAITING_AT_MOST = 20;
/** An answer is far smaller: more is a fault. */
const ANSWER_BYTES_AT_MOST = 8 * 1024 * 1024;

/** How long a request may take before its process is killed, in ms. */
export const KILL_PROCESS_AFTER_MS = { run: 8_000, prove: 30_000 } as const;

interface Gate {
  running: number;
  readonly waiting: (() => void)[];
}

// On globalThis: Next bundles this module several times, and the bound is the process's.
const kept = globalThis as unknown as { heapwiseLabGate?: Gate };
const gate = (): Gate => (kept.heapwiseLabGate ??= { running: 0, waiting: [] });

async function enter(): Promise<void> {
  const { waiting } = gate();
  if (gate().running < RUNNING_AT_MOST) {
    gate().running += 1;
    return;
  }
  if (waiting.length >= WAITING_AT_MOST) throw new AppError("too-many", "Too many programs are waiting to run. Try again in a few seconds; nothing is lost.", { retryAfterSeconds: 5 });
  // Whoever leaves hands the place on, so `running` stays as it is.
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function leave(): void {
  const next = gate().waiting.shift();
  if (next === undefined) gate().running -= 1;
  else next();
}

export type ChildOutcome = { readonly ended: "answered"; readonly reply: ChildReply } | { readonly ended: "killed" | "crashed" };

/**
 * Runs one request in a fresh process. `killed`: it took longer than `killAfterMs`. `crashed`: it ended without an answer, as
 * when its memory ran out. Throws AppError "too-many" when two run and twenty wait.
 */
export async function askProcess(request: ChildRequest, killAfterMs: number = KILL_PROCESS_AFTER_MS[request.kind]): Promise<ChildOutcome> {
  await enter();
  try {
    return await start(request, killAfterMs);
  } finally {
    leave();
  }
}

function start(request: ChildRequest, killAfterMs: number): Promise<ChildOutcome> {
  return new Promise((resolve, reject) => {
    const flags = ["--experimental-permission", `--allow-fs-read=${childFile()}`, "--disable-warning=ExperimentalWarning", `--max-old-space-size=${HEAP_MB}`];
    // Next types every environment as having NODE_ENV; this one is to have nothing.
    const env = {} as NodeJS.ProcessEnv;
    const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [...flags, childFile()], { env, stdio: ["pipe", "pipe", "ignore"] });
    const parts: Buffer[] = [];
    let size = 0;
    let killed = false;
    const timer = setTimeout(() => {
      killed = true;
      child.kill("SIGKILL");
    }, killAfterMs);
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > ANSWER_BYTES_AT_MOST) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(timer);
      if (killed) resolve({ ended: "killed" });
      else if (status !== 0 || size > ANSWER_BYTES_AT_MOST) resolve({ ended: "crashed" });
      else resolve({ ended: "answered", reply: JSON.parse(Buffer.concat(parts).toString("utf8")) as ChildReply });
    });
    // It may end before it has read all: that shows in its status.
    child.stdin.on("error", () => undefined);
    child.stdin.end(JSON.stringify(request));
  });
}

/** Runs programs one after another; null when the process had to be ended or broke down. */
export async function runInProcess(programs: readonly Program[]): Promise<readonly RunResult[] | null> {
  const outcome = await askProcess({ kind: "run", programs });
  return outcome.ended === "answered" && outcome.reply.kind === "ran" ? outcome.reply.results : null;
}
