import { readFileSync, writeSync } from "node:fs";
import { disassemble, DEFAULT_VERSION, isVersion, type Mode, run, type RunResult, type VersionId, VERSIONS } from "./door.ts";

const USAGE = `Usage: npm run -s py -- [--version 3.14] [--mode script|repl] [--dis] [--trace] [--audit] FILE
       npm run -s py -- --json [--versions 3.10,3.14] FILE...

Runs a Python program on the engine as python3 would: its output, its traceback, its exit status.
  --version V    one of ${VERSIONS.join(", ")}; default ${DEFAULT_VERSION}
  --mode M       script (default), or repl: each top-level statement as if typed at the prompt
  --dis          list the bytecode instead of running
  --trace        name each line on stderr before it runs
  --audit        recount all references after the run and report what differs
  --json         run every file in every version and print {file: {version: {stdout, error}}}
  --versions L   versions for --json, comma-separated; default all
`;

interface Arguments {
  readonly files: readonly string[];
  readonly version: VersionId;
  readonly versions: readonly VersionId[];
  readonly mode: Mode | null;
  readonly dis: boolean;
  readonly json: boolean;
  readonly trace: boolean;
  readonly audit: boolean;
}

/** What a program's first comment lines ask for. */
interface Header {
  readonly mode: Mode;
  readonly versions: readonly string[] | null;
}

class UsageError extends Error {}

/** Long enough for a reader to take something out of a full pipe. */
const PIPE_WAIT_MS = 2;

/** Writes at once and to the end: the streams of a process take longer to set up than most programs to run. */
function write(file: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_WAIT_MS);
    }
  }
}

function version(text: string): VersionId {
  if (isVersion(text)) return text;
  throw new UsageError(`There is no version ${text} here; known are ${VERSIONS.join(", ")}.`);
}

function parseArguments(words: readonly string[]): Arguments {
  const files: string[] = [];
  let chosen: VersionId = DEFAULT_VERSION;
  let versions: readonly VersionId[] = VERSIONS;
  let mode: Mode | null = null;
  const flags = new Set<string>();
  const rest = [...words];
  const value = (option: string) => rest.shift() ?? fail(`${option} wants a value.`);
  while (rest.length > 0) {
    const word = rest.shift() as string;
    if (word === "--version") chosen = version(value(word));
    else if (word === "--versions") versions = value(word).split(",").map(version);
    else if (word === "--mode") {
      const given = value(word);
      if (given !== "script" && given !== "repl") fail(`There is no mode ${given}: script or repl.`);
      mode = given as Mode;
    } else if (word === "--dis" || word === "--json" || word === "--trace" || word === "--audit") flags.add(word);
    else if (word.startsWith("--")) fail(`There is no option ${word}.`);
    else files.push(word);
  }
  if (files.length === 0) fail("Name a file.");
  return { files, version: chosen, versions, mode, dis: flags.has("--dis"), json: flags.has("--json"), trace: flags.has("--trace"), audit: flags.has("--audit") };
}

function fail(message: string): never {
  throw new UsageError(message);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return fail(`Cannot read ${file}.`);
  }
}

/** `# mode: repl` and `# versions: 3.12,3.13` among the first comment lines. */
function headerOf(source: string): Header {
  let mode: Mode = "script";
  let versions: string[] | null = null;
  for (const line of source.split("\n")) {
    if (!line.startsWith("#")) break;
    const match = /^#\s*(mode|versions):\s*(.+?)\s*$/.exec(line);
    if (match?.[1] === "mode" && match[2] === "repl") mode = "repl";
    if (match?.[1] === "versions") versions = match[2].split(",").map((text) => text.trim());
  }
  return { mode, versions };
}

function recorded(result: RunResult): Record<string, string | null> {
  if (result.status === "stopped") return { stdout: result.stdout, error: null, stopped: result.reason };
  return { stdout: result.stdout, error: result.status === "raised" && result.exitCode !== 0 ? result.error.lastLine : null };
}

/** Runs many programs in many versions and prints one object, in the shape of the recorded expectations. */
function runMany({ files, versions }: Arguments): number {
  const results: Record<string, Record<string, Record<string, string | null>>> = {};
  for (const file of files) {
    const source = read(file);
    const header = headerOf(source);
    results[file] = {};
    for (const id of versions) {
      if (header.versions && !header.versions.includes(id)) continue;
      results[file][id] = recorded(run(source, { version: id, mode: header.mode }));
    }
  }
  write(1, `${JSON.stringify(results, null, 1)}\n`);
  return 0;
}

function list(source: string, chosen: VersionId): number {
  const listing = disassemble(source, { version: chosen });
  if (listing.status === "listed") {
    write(1, listing.text);
    return 0;
  }
  if (listing.status === "unsupported") {
    write(2, `${listing.message}\n`);
    return 1;
  }
  const { type, message, line } = listing.problem;
  write(2, `${line === null ? "" : `line ${line}: `}${type}: ${message}\n`);
  return 1;
}

function runOne(args: Arguments): number {
  const source = read(args.files[0]);
  if (args.dis) return list(source, args.version);
  const mode = args.mode ?? headerOf(source).mode;
  const result = run(source, { version: args.version, mode, filename: args.files[0], audit: args.audit, trace: args.trace });
  const sourceLines = source.split("\n");
  for (const { line, name } of result.lines) write(2, `${String(line).padStart(5)}  ${name}: ${(sourceLines[line - 1] ?? "").trim()}\n`);
  write(1, result.stdout);
  write(2, result.stderr);
  for (const leak of result.leaks) {
    write(2, `count differs: ${leak.type} ${leak.repr} is counted ${leak.counted}, found ${leak.found}\n`);
  }
  if (result.status === "stopped") {
    write(2, `${result.message}\n`);
    return 124;
  }
  if (result.status === "raised") {
    if (result.exitCode !== null) return result.exitCode & 0xff;
    write(2, result.error.traceback);
    return 1;
  }
  return result.leaks.length > 0 ? 1 : 0;
}

/** Does what the words of a command line ask for and gives the exit status. */
export function main(words: readonly string[]): number {
  if (words.includes("--help") || words.includes("-h")) {
    write(1, USAGE);
    return 0;
  }
  try {
    const args = parseArguments(words);
    if (args.json) return runMany(args);
    if (args.files.length > 1) fail("One file at a time, or --json for many.");
    return runOne(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    write(2, `${error.message}\n\n${USAGE}`);
    return 2;
  }
}
