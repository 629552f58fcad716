import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { VERSIONS, type Version } from "../cards/versions.ts";
import type { Answer, Request } from "./prover.ts";

const JUDGE = "lib/oracle/judge.py";
const SERVE = "lib/oracle/serve.py";
/** The folder whose packages are CPython in WebAssembly, one for each version: package.json names it, so that this one need not know where development keeps its tools. */
function packages(): string {
  const folder = process.env.npm_package_config_oracle;
  if (folder === undefined || folder === "") throw new Error("Where CPython for WebAssembly is installed is said by config.oracle in package.json, which npm hands over. Run: npm run -s cards -- check --oracle");
  return folder;
}

/** A CPython that is here: `wasm 3.13` is the build for WebAssembly, `native 3.13` the computer's own. */
export interface Build {
  readonly id: string;
  readonly version: Version;
  readonly kind: "wasm" | "native";
}

/** A build that runs, and how to ask it. */
export interface Interpreter {
  /** With the patch release, as `3.13.2`. */
  readonly release: string;
  readonly ask: (request: Request) => Answer;
}

/** A command of the computer that is CPython of the version, and its patch release; null where there is none. */
function findNative(version: Version): { readonly command: string; readonly release: string } | null {
  for (const command of [`python${version}`, "python3"]) {
    const asked = spawnSync(command, ["-c", "import platform; print(platform.python_version())"], { encoding: "utf8" });
    const release = asked.status === 0 ? asked.stdout.trim() : "";
    if (release.startsWith(`${version}.`)) return { command, release };
  }
  return null;
}

/** The builds that are here: one for WebAssembly of each version, which must be installed, and `python3.10` and so on, or `python3`, where the computer has them. */
export function findBuilds(): Build[] {
  const folder = packages();
  if (VERSIONS.some((version) => !existsSync(resolve(folder, "node_modules", `cpython-${version}`)))) throw new Error(`CPython for WebAssembly is not installed. Run: npm ci --prefix ${folder}`);
  const native = VERSIONS.filter((version) => findNative(version) !== null);
  return [...VERSIONS.map((version): Build => ({ id: `wasm ${version}`, version, kind: "wasm" })), ...native.map((version): Build => ({ id: `native ${version}`, version, kind: "native" }))];
}

interface Pyodide {
  runPython(source: string): (text: string) => string;
}

async function startWasm(version: Version): Promise<Interpreter> {
  const manifest = createRequire(resolve(packages(), "package.json")).resolve(`cpython-${version}/package.json`);
  const folder = dirname(manifest);
  const { loadPyodide } = (await import(pathToFileURL(resolve(folder, "pyodide.mjs")).href)) as { loadPyodide: (options: object) => Promise<Pyodide> };
  const python = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONHASHSEED: "0" } });
  const judge = python.runPython(`${readFileSync(JUDGE, "utf8")}\njudge`);
  const release = python.runPython("lambda text: __import__('platform').python_version()")("");
  const ask = (request: Request): Answer => {
    try {
      return JSON.parse(judge(JSON.stringify(request))) as Answer;
    } catch (problem) {
      throw new Error(`CPython ${release} could not judge: ${String(problem).trim().split("\n").slice(-3).join(" ")}\n${JSON.stringify(request)}`);
    }
  };
  return { release, ask };
}

const BLOCK = 65_536;

/** Reads up to the next line feed; proofs ask one thing at a time, so nothing comes after it. */
function readLine(pipe: number): string {
  const parts: Buffer[] = [];
  for (;;) {
    const block = Buffer.alloc(BLOCK);
    const length = readSync(pipe, block, 0, BLOCK, null);
    if (length === 0) throw new Error("CPython ended before it answered");
    parts.push(block.subarray(0, length));
    if (block[length - 1] === 0x0a) return Buffer.concat(parts).toString("utf8");
  }
}

/** The computer's own CPython, asked through two named pipes: proofs wait for each answer, and what a program leaves on its standard output is no answer. */
function startNative(version: Version): Interpreter {
  const native = findNative(version);
  if (native === null) throw new Error(`there is no CPython ${version} on this computer`);
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  const [questions, answers] = [join(folder, "questions"), join(folder, "answers")];
  execFileSync("mkfifo", [questions, answers]);
  const child = spawn(native.command, [SERVE, JUDGE, questions, answers], { stdio: "ignore", env: { ...process.env, PYTHONHASHSEED: "0" } });
  child.unref();
  const to = openSync(questions, "w");
  const from = openSync(answers, "r");
  rmSync(folder, { recursive: true });
  const ask = (request: Request): Answer => {
    writeSync(to, `${JSON.stringify(request)}\n`);
    return JSON.parse(readLine(from)) as Answer;
  };
  return { release: native.release, ask };
}

/** Starts a build; a process can hold one for WebAssembly. */
export async function startInterpreter(build: Build): Promise<Interpreter> {
  return build.kind === "native" ? startNative(build.version) : await startWasm(build.version);
}
