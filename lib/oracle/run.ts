import { spawn } from "node:child_process";
import type { SoundCard } from "../cards/card.ts";
import { blockVersions, proveBlock } from "../cards/prove.ts";
import { findBuilds, startInterpreter, type Build } from "./interpreters.ts";
import { proverOn } from "./prover.ts";
import { isAsked, type OracleResult, withoutModels } from "./record.ts";

/** What the process of one build says. */
interface BuildReport {
  readonly release: string;
  readonly results: readonly OracleResult[];
}

/** How CPython for WebAssembly says that it has no threads, processes or sockets, and that the host's event loop is its own. */
const BEYOND_WASM = /can't start new thread|stack switching not supported|asyncio\.run\(\) cannot be called from a running event loop|Function not implemented|\[Errno 28\] Invalid argument|emscripten does not support|No module named '_(multiprocessing|posixshmem|socket|ssl)/;

/** Proves the cards on one build, in this process. */
export async function askBuild(build: Build, cards: readonly SoundCard[]): Promise<BuildReport> {
  const { release, ask } = await startInterpreter(build);
  const prover = proverOn(ask);
  const results = cards.filter(isAsked).flatMap((card) =>
    card.proofs
      .filter((proof) => blockVersions(card, proof).includes(build.version))
      .map((proof): OracleResult => {
        const { outcome, failure } = proveBlock(prover, withoutModels(proof), build.version, [0]);
        const message = failure === null ? "" : [failure.message, ...(failure.actual === null ? [] : [failure.actual])].join(": ").slice(0, 300);
        const beyond = build.kind === "wasm" && BEYOND_WASM.test(message);
        return { card: card.front.id, hash: card.hash, proof: proof.name, build: build.id, outcome: beyond ? "unsupported" : outcome, message };
      }),
  );
  return { release, results };
}

/** Runs this program's `oracle` command for a build: two builds do not share a process. */
function inProcess(build: Build, paths: readonly string[]): Promise<BuildReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [process.argv[1] ?? "", "oracle", build.id, ...paths], { stdio: ["ignore", "pipe", "inherit"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString("utf8")) as BuildReport);
      else reject(new Error(`CPython (${build.id}) ended with ${code}`));
    });
  });
}

/** Asks each build that is here, one after the other; `tell` is called before each. */
export async function askAll(paths: readonly string[], tell: (build: Build) => void): Promise<{ readonly builds: Map<string, string>; readonly results: OracleResult[] }> {
  const builds = new Map<string, string>();
  const results: OracleResult[] = [];
  for (const build of findBuilds()) {
    tell(build);
    const report = await inProcess(build, paths);
    builds.set(build.id, report.release);
    results.push(...report.results);
  }
  return { builds, results };
}
