import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec } from "../../../lib/engine/compiler/code.ts";
import { listInstructions } from "../../../lib/engine/compiler/disassemble.ts";
import { run } from "../../../lib/engine/index.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";
import { handlerTable } from "../../../lib/engine/vm/opcodes.ts";
import { conformanceCases } from "../../conformance/cases.ts";

/** Versions whose own instructions are modelled, each with its programs. */
const VERSIONS = ["3.10", "3.11", "3.13", "3.14"] as const;
type Modelled = (typeof VERSIONS)[number];

function codesOf(source: string, version: Modelled): CodeSpec[] {
  const profile = profileOf(version);
  const nested = (code: CodeSpec): CodeSpec[] => [code, ...code.consts.flatMap((c) => (c.kind === "code" ? nested(c.code) : []))];
  return nested(compile(parse(source, profile, "exec"), { mode: "exec", profile, filename: "<script>" }));
}

function compiles(source: string, version: Modelled): boolean {
  try {
    codesOf(source, version);
    return true;
  } catch {
    return false;
  }
}

function scriptsOf(version: Modelled) {
  return conformanceCases().filter(({ mode, source, expected }) => mode === "script" && expected[version] && compiles(source, version));
}

describe.each(VERSIONS)("what runs in %s is what is listed", (version) => {
  it("executes only offsets that the listing of that code shows", () => {
    let executedPairs = 0;
    const unlisted: string[] = [];
    for (const { name, source } of scriptsOf(version)) {
      const listed = new Map<string, Set<number>>();
      for (const code of codesOf(source, version)) {
        const key = `${code.filename}:${code.qualname}@${code.firstLine}`;
        const offsets = listed.get(key) ?? new Set<number>();
        for (const row of listInstructions(code, profileOf(version))) offsets.add(row.offset);
        listed.set(key, offsets);
      }
      const { executed } = run(source, { version, coverage: true });
      for (const [key, offsets] of Object.entries(executed)) {
        const known = listed.get(key);
        if (!key.startsWith("<script>:") || !known) continue;
        for (const offset of offsets) if (!known.has(offset)) unlisted.push(`${name} ${key} at ${offset}`);
        executedPairs += offsets.length;
      }
    }
    expect(unlisted).toEqual([]);
    expect(executedPairs).toBeGreaterThan(5_000);
  });
});

/** Instructions to break: of each family one, and those that only this version has. */
const BROKEN: Readonly<Record<Modelled, readonly string[]>> = {
  "3.10": ["BINARY_ADD", "CALL_FUNCTION", "CALL_METHOD", "ROT_TWO", "DUP_TOP", "SETUP_FINALLY", "POP_BLOCK", "JUMP_ABSOLUTE", "GEN_START", "SETUP_WITH"],
  "3.11": ["BINARY_SUBSCR", "PRECALL", "LOAD_METHOD", "JUMP_IF_FALSE_OR_POP", "LIST_TO_TUPLE", "BUILD_CONST_KEY_MAP", "FORMAT_VALUE", "BEFORE_WITH", "UNPACK_SEQUENCE"],
  "3.13": ["BUILD_CONST_KEY_MAP", "BEFORE_WITH", "FOR_ITER", "MAKE_FUNCTION", "LOAD_FAST_LOAD_FAST", "SET_FUNCTION_ATTRIBUTE", "CALL_KW"],
  "3.14": ["BINARY_OP", "COMPARE_OP", "BUILD_MAP", "FOR_ITER", "MAKE_FUNCTION", "UNPACK_SEQUENCE", "RAISE_VARARGS", "LOAD_DEREF"],
};

describe.each(VERSIONS)("a broken instruction of %s", (version) => {
  const compiling = scriptsOf(version);
  const original = new Map(handlerTable);
  afterEach(() => {
    for (const [name, handler] of original) (handlerTable as Map<string, typeof handler>).set(name, handler);
  });

  it.each(BROKEN[version])("%s breaks exactly the programs that execute it", (broken) => {
    const programs = compiling.filter((_, i) => i % 3 === 0);
    const before = programs.map(({ source }) => run(source, { version, coverage: true }));
    const message = `the handler of ${broken} was broken on purpose`;
    (handlerTable as Map<string, () => never>).set(broken, () => {
      throw new Error(message);
    });
    programs.forEach(({ name, source }, i) => {
      const executes = executedInstructions(source, version, before[i].executed).has(broken) || executesInLibrary(before[i].executed);
      let broke = false;
      try {
        run(source, { version });
      } catch (error) {
        expect(String(error)).toContain(message);
        broke = true;
      }
      if (broke) expect(executes, `${name} broke but does not list ${broken}`).toBe(true);
      else expect(executedInstructions(source, version, before[i].executed).has(broken), `${name} executes ${broken} and did not break`).toBe(false);
    });
  });
});

/** Names of the instructions that a program's own code executed. */
function executedInstructions(source: string, version: Modelled, executed: Readonly<Record<string, readonly number[]>>): Set<string> {
  const names = new Set<string>();
  for (const code of codesOf(source, version)) {
    const offsets = executed[`${code.filename}:${code.qualname}@${code.firstLine}`] ?? [];
    for (const row of listInstructions(code, profileOf(version))) if (offsets.includes(row.offset)) names.add(row.opname);
  }
  return names;
}

/** The program also ran code that the engine brings as Python, or that it compiled itself. */
function executesInLibrary(executed: Readonly<Record<string, readonly number[]>>): boolean {
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

  it("evaluate the tree nowhere but in the compiler: outside it no file imports node types", () => {
    for (const { file, text } of sources) {
      if (/^(syntax|compiler)\//.test(file)) continue;
      const imports = text.match(/^import [^;]*syntax\/ast\.ts";/gm) ?? [];
      for (const line of imports) expect(line, file).toMatch(/^import type \{ Span \}/);
    }
  });
});
