// Runs programs that others wrote on the server: never in the server's own process, but in one that can be ended.
import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { AppError } from "../errors.ts";
import type { RunResult } from "../engine/types.ts";
import type { ProcessReply, ProcessRequest, Program, ProvenSource } from "./process-messages.ts";

/** How a process is kept in bounds. */
export interface ProcessLimits {
  /** So many at once. */
  readonly atOnce: number;
  /** So many may wait; whoever comes after is refused. */
  readonly queue: number;
  /** A process that has not answered after this is killed. */
  readonly wallMs: number;
  /** V8's heap, in MB. */
  readonly heapMb: number;
  /** Bytes of an answer; more is not read. */
  readonly answerBytes: number;
}

const LIMITS: ProcessLimits = { atOnce: 2, queue: 20, wallMs: 30_000, heapMb: 256, answerBytes: 8 * 1024 * 1024 };

/** What a process ended with: its answer, or why it has none. */
export type ProcessOutcome<Reply> = { readonly kind: "answered"; readonly reply: Reply } | { readonly kind: "killed"; readonly message: string };

/** Node's own fences: no other file, no program, no thread, no native code. The name of the switch depends on the release. */
function fences(bundle: string): string[] {
  const flag = ["--permission", "--experimental-permission"].find((one) => process.allowedNodeEnvironmentFlags.has(one));
  return flag === undefined ? [] : [flag, `--allow-fs-read=${bundle}`];
}

// Next types NODE_ENV as always there; the process gets nothing at all.
const NO_ENVIRONMENT = {} as NodeJS.ProcessEnv;

/** Starts the process with nothing of this one's surroundings, asks it, and ends it. */
function askOnce(bundle: string, request: object, limits: ProcessLimits): Promise<ProcessOutcome<unknown>> {
  return new Promise((resolve) => {
    const args = [`--max-old-space-size=${limits.heapMb}`, "--disable-proto=delete", "--no-warnings", ...fences(bundle), bundle];
    const child: ChildProcess = spawn(process.execPath, args, { env: NO_ENVIRONMENT, cwd: path.dirname(bundle), stdio: ["pipe", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    let size = 0;
    let why = "";
    const kill = (reason: string): void => {
      why ||= reason;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => kill(`It had not ended after ${limits.wallMs / 1000} seconds.`), limits.wallMs);
    child.stdout?.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.answerBytes) kill("Its answer was too long.");
      else chunks.push(chunk);
    });
    // A process that is gone before it has read everything.
    child.stdin?.on("error", () => undefined);
    child.on("error", () => kill("It could not be started."));
    child.on("close", (status) => {
      clearTimeout(timer);
      const reply = status === 0 && why === "" ? parsed(Buffer.concat(chunks).toString("utf8")) : null;
      resolve(reply === null ? { kind: "killed", message: why || "It ran out of memory, or the engine failed." } : { kind: "answered", reply });
    });
    child.stdin?.end(JSON.stringify(request));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A few processes at once and a queue before them. Each request gets a process of its own. */
export function makeProcessPool<Request extends object, Reply>(bundle: () => string, limits: ProcessLimits): (request: Request) => Promise<ProcessOutcome<Reply>> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (request) => {
    if (running >= limits.atOnce) {
      if (waiting.length >= limits.queue) throw new AppError("too-many", "Too many programs are being run just now. Try again in a moment; nothing is lost.", { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return (await askOnce(bundle(), request, limits)) as ProcessOutcome<Reply>;
    } finally {
      // The place goes on to who waits longest, without being free in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

type Ask = (request: ProcessRequest) => Promise<ProcessOutcome<ProcessReply>>;

// On globalThis: Next bundles this module several times, and all copies share the two places.
const kept = globalThis as unknown as { heapwiseLab?: Ask };

/** npm start, npm run dev and the tests make it (lib/setup/lab-bundle.mjs); every process of the app works in the project's folder. */
const bundleFile = (): string => path.join(/* turbopackIgnore: true */ process.cwd(), "build", "lab.mjs");

function ask(request: ProcessRequest): Promise<ProcessOutcome<ProcessReply>> {
  kept.heapwiseLab ??= makeProcessPool<ProcessRequest, ProcessReply>(bundleFile, LIMITS);
  return kept.heapwiseLab(request);
}

/** Reads, lints and proves a card in all its versions, and if asked in newer ones. Throws AppError "too-many" when the queue is full. */
export async function proveInProcess(source: string, newer = false): Promise<ProcessOutcome<ProvenSource>> {
  const outcome = await ask({ kind: "prove", source, newer });
  if (outcome.kind === "killed") return outcome;
  if (outcome.reply.kind !== "proven") throw new Error("The process answered something else than it was asked.");
  return { kind: "answered", reply: outcome.reply.proven };
}

/** Runs programs one after another, each under the server's limits. Throws AppError "too-many" when the queue is full. */
export async function runInProcess(programs: readonly Program[]): Promise<ProcessOutcome<readonly RunResult[]>> {
  const outcome = await ask({ kind: "run", programs });
  if (outcome.kind === "killed") return outcome;
  if (outcome.reply.kind !== "ran") throw new Error("The process answered something else than it was asked.");
  return { kind: "answered", reply: outcome.reply.results };
}
