import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec } from "../../../lib/engine/compiler/code.ts";
import { listInstructions } from "../../../lib/engine/compiler/disassemble.ts";
import { run, VERSIONS, type VersionId } from "../../../lib/engine/index.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { conformanceCases } from "../../conformance/cases.ts";
import { replaceHandler, restoreHandlersAfterEach } from "./handlers.ts";

function codesOf(source: string, version: VersionId): CodeSpec[] {
  const profile = profileOf(version);
  const nested = (code: CodeSpec): CodeSpec[] => [code, ...code.consts.flatMap((c) => (c.kind === "code" ? nested(c.code) : []))];
  return nested(compile(parse(source, profile, "exec"), { mode: "exec", profile, filename: "<script>" }));
}

/** A recorded script with all its code objects, and the offsets that a run of it executed, by code object. */
interface Observed {
  readonly name: string;
  readonly source: string;
  readonly codes: readonly CodeSpec[];
  readonly executed: Readonly<Record<string, readonly number[]>>;
}

const keyOf = (code: CodeSpec) => `${code.filename}:${code.qualname}@${code.firstLine}`;

/** Runs every second recorded script that compiles in this version, once for all tests of it; the next version runs the others. */
function observe(version: VersionId): Observed[] {
  return conformanceCases().flatMap(({ name, source, mode, expected }, at) => {
    if (mode !== "script" || !expected[version] || (at + VERSIONS.indexOf(version)) % 2) return [];
    let codes: CodeSpec[];
    try {
      codes = codesOf(source, version);
    } catch {
      return [];
    }
    // Lambdas on one line share a key: whose offsets were executed is not known then.
    if (new Set(codes.map(keyOf)).size < codes.length) return [];
    return [{ name, source, codes, executed: run(source, { version, coverage: true }).executed }];
  });
}

/** Instructions to break, with all programs of a sample: two or three that tell this version from its neighbours (every-instruction.test.ts breaks each one, with two programs). */
const BROKEN: Readonly<Record<VersionId, readonly string[]>> = {
  "3.10": ["BINARY_ADD", "CALL_METHOD", "SETUP_FINALLY"],
  "3.11": ["PRECALL", "FORMAT_VALUE", "KW_NAMES"],
  "3.12": ["BINARY_SLICE", "CALL_INTRINSIC_1", "RETURN_CONST"],
  "3.13": ["LOAD_FAST_LOAD_FAST", "SET_FUNCTION_ATTRIBUTE", "CALL_KW"],
  "3.14": ["COMPARE_OP", "LOAD_SMALL_INT", "MAKE_FUNCTION"],
  "3.15": ["UNPACK_SEQUENCE", "LOAD_FAST_BORROW", "BUILD_MAP"],
};

describe.each(VERSIONS)("what runs in %s is what is listed", (version) => {
  const observed = observe(version);
  restoreHandlersAfterEach();

  it("executes only offsets that the listing of that code shows", () => {
    let executedPairs = 0;
    const unlisted: string[] = [];
    for (const { name, codes, executed } of observed) {
      const listed = new Map<string, Set<number>>();
      for (const code of codes) {
        const offsets = listed.get(keyOf(code)) ?? new Set<number>();
        for (const row of listInstructions(code, profileOf(version))) offsets.add(row.offset);
        listed.set(keyOf(code), offsets);
      }
      for (const [key, offsets] of Object.entries(executed)) {
        const known = listed.get(key);
        if (!key.startsWith("<script>:") || !known) continue;
        for (const offset of offsets) if (!known.has(offset)) unlisted.push(`${name} ${key} at ${offset}`);
        executedPairs += offsets.length;
      }
    }
    expect(unlisted).toEqual([]);
    expect(executedPairs).toBeGreaterThan(3_000);
  });

  it.each(BROKEN[version])("a broken %s breaks exactly the programs that execute it", (broken) => {
    const message = `the handler of ${broken} was broken on purpose`;
    replaceHandler(broken, () => {
      throw new Error(message);
    });
    let executing = 0;
    for (const program of observed.filter((_, at) => at % 2 === 0)) {
      const executes = executedInstructions(program, version).has(broken);
      const broke = breaks(program.source, version, message);
      if (broke) expect(executes || executesInLibrary(program), `${program.name} broke but does not list ${broken}`).toBe(true);
      else expect(executes, `${program.name} executes ${broken} and did not break`).toBe(false);
      if (executes) executing++;
    }
    expect(executing).toBeGreaterThan(0);
  });
});

/** Whether the program's run ends in the host's error with this message. */
function breaks(source: string, version: VersionId, message: string): boolean {
  try {
    run(source, { version });
    return false;
  } catch (error) {
    expect(String(error)).toContain(message);
    return true;
  }
}

/** Names of the instructions that a program's own code executed. */
function executedInstructions({ codes, executed }: Observed, version: VersionId): Set<string> {
  const names = new Set<string>();
  for (const code of codes) {
    const offsets = new Set(executed[keyOf(code)]);
    for (const row of listInstructions(code, profileOf(version))) if (offsets.has(row.offset)) names.add(row.opname);
  }
  return names;
}

/** The program also ran code that the engine brings as Python, or that it compiled itself. */
function executesInLibrary({ executed }: Observed): boolean {
  return Object.keys(executed).some((key) => !key.startsWith("<script>:"));
}

describe("the engine's sources", () => {
  const root = path.resolve(import.meta.dirname, "../../../lib/engine");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ts|py)$/.test(file));
  const sources = files.map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

  it("hold no recorded case's name", () => {
    const named = conformanceCases().flatMap(({ name }) => {
      const stem = path.basename(name, ".py");
      return sources.filter(({ text }) => text.includes(stem)).map(({ file }) => `${file} names ${stem}`);
    });
    expect(named).toEqual([]);
  });

  it("hold no recorded case's text", () => {
    const held = conformanceCases().flatMap(({ name, source }) => {
      const lines = source.split("\n").filter((line) => line.length > 40 && !line.startsWith("#"));
      return lines.flatMap((line) => sources.filter(({ text }) => text.includes(line)).map(({ file }) => `${file} holds a line of ${name}`));
    });
    expect(held).toEqual([]);
  });

  it("evaluate the tree nowhere but in the compiler: outside it only the module ast knows nodes, which shows them as objects and takes them back", () => {
    for (const { file, text } of sources) {
      if (/^(syntax|compiler|modules\/ast)\//.test(file)) continue;
      const imports = text.match(/^import [^;]*syntax\/ast\.ts";/gm) ?? [];
      // A whole tree is handed on from the parser to the compiler.
      for (const line of imports) expect(line, file).toMatch(/^import type \{ (Span|Mod|Module|Span, Module|Module, Span) \}/);
    }
    for (const { text } of sources.filter(({ file }) => file.startsWith("modules/ast/"))) {
      expect(text).not.toMatch(/from "\.\.\/\.\.\/(protocol|vm\/handlers)\//);
    }
  });
});
