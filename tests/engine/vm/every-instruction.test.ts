import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec } from "../../../lib/engine/compiler/code.ts";
import { run, type RunResult, VERSIONS, type VersionId } from "../../../lib/engine/index.ts";
import { instructionSetOf } from "../../../lib/engine/profiles/instruction-sets/instruction-set-of.ts";
import { listingRefusal, profileOf } from "../../../lib/engine/profiles/profiles.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { conformanceCases } from "../../conformance/cases.ts";
import { replaceHandler, restoreHandler, restoreHandlersAfterEach } from "./handlers.ts";

/** A program, and the handlers that its run went through; `library` if code of the engine's own modules ran too. */
interface Observed {
  readonly name: string;
  readonly source: string;
  readonly result: RunResult;
  readonly used: ReadonlySet<string>;
  readonly library: boolean;
}

function codesOf(source: string, version: VersionId): CodeSpec[] {
  const profile = profileOf(version);
  const nested = (code: CodeSpec): CodeSpec[] => [code, ...code.consts.flatMap((c) => (c.kind === "code" ? nested(c.code) : []))];
  return nested(compile(parse(source, profile, "exec"), { mode: "exec", profile, filename: "<script>" }));
}

/** Runs every second case that compiles, in a mode in which all its code is known beforehand. */
function observe(version: VersionId): Observed[] {
  const { meanings } = instructionSetOf(profileOf(version).compiler.instructionSet);
  return conformanceCases().flatMap(({ name, source, mode, expected }, at) => {
    if (mode !== "script" || !expected[version] || at % 2 === 1) return [];
    let codes: CodeSpec[];
    try {
      codes = codesOf(source, version);
    } catch {
      return [];
    }
    const keys = codes.map((code) => `${code.filename}:${code.qualname}@${code.firstLine}`);
    // Lambdas on one line share a key: whose offsets were executed is not known then.
    if (new Set(keys).size < keys.length) return [];
    const result = run(source, { version, coverage: true });
    const used = new Set<string>();
    for (const [i, code] of codes.entries()) {
      const offsets = new Set(result.executed[keys[i]]);
      for (const { op, offset } of code.code) if (offsets.has(offset)) used.add(meanings[op] ?? op);
    }
    const library = Object.keys(result.executed).some((key) => !key.startsWith("<script>:"));
    return [{ name, source, result, used, library }];
  });
}

const modelled = VERSIONS.filter((version) => listingRefusal(profileOf(version)) === null);

describe.each(modelled)("the instructions that programs of %s list", (version) => {
  restoreHandlersAfterEach();

  it("do the work each: broken, each breaks a program that executes it, and none that does not", () => {
    // The shortest first: each instruction is broken in the program that takes the fewest steps to it.
    const observed = [...observe(version)].sort((a, b) => a.result.steps - b.result.steps);
    const names = [...new Set(observed.flatMap(({ used }) => [...used]))].sort();
    expect(names.length).toBeGreaterThan(70);
    const wrong: string[] = [];
    for (const name of names) {
      const executing = observed.find(({ used }) => used.has(name));
      const another = observed.find(({ used, library }) => !used.has(name) && !library);
      replaceHandler(name, () => {
        throw new Error(`broken: ${name}`);
      });
      if (executing && outcome(executing, version) !== `broken: ${name}`) wrong.push(`${executing.name} executes ${name} and does not break`);
      if (another && outcome(another, version) !== "as before") wrong.push(`${another.name} does not execute ${name} and is not as before`);
      restoreHandler(name);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

function outcome({ source, result }: Observed, version: VersionId): string {
  try {
    const now = run(source, { version });
    return now.stdout === result.stdout && now.status === result.status && now.steps === result.steps ? "as before" : "other";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("the engine's sources", () => {
  const root = path.resolve(import.meta.dirname, "../../../lib/engine");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

  it("have no other way to run a program than the machine: none makes host code of a text or reaches for the host", () => {
    const reached = files.flatMap((file) => {
      // The command line is a program of the host, the Python halves are texts, and one file fetches the rest of the engine.
      if (file === "cli.ts" || file === path.join("python", "sources.ts") || file === path.join("chunks", "fetch.ts")) return [];
      const text = readFileSync(path.join(root, file), "utf8").replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return [...text.matchAll(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bimport\s*\(|\bglobalThis\b|(?<!\.)\bprocess\.|\brequire\s*\(|\bDate\b|\bMath\.random\b|\bsetTimeout\b|\bfetch\s*\(|\bperformance\b/g)].map(([what]) => `${file}: ${what}`);
    });
    expect(reached).toEqual([]);
  });
});
