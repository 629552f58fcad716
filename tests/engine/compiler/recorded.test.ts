import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec, CompileMode, Const } from "../../../lib/engine/compiler/code.ts";
import { floatRepr } from "../../../lib/engine/compiler/constant-repr.ts";
import { listInstructions, startOffsetAt } from "../../../lib/engine/compiler/disassemble.ts";
import { profileOf } from "../../../lib/engine/profiles/profiles.ts";
import type { Profile, VersionId } from "../../../lib/engine/profiles/types.ts";
import { parse } from "../../../lib/engine/syntax/parse.ts";

/** Code objects as CPython compiled them: the outer one first, then those in its constants. */
interface Recorded {
  readonly release: string;
  readonly cases: readonly { readonly name: string; readonly mode: CompileMode; readonly source: string; readonly codes: readonly unknown[] }[];
}

function recordedOf(version: VersionId): Recorded {
  return JSON.parse(readFileSync(new URL(`./recorded-${version}.json`, import.meta.url), "utf8")) as Recorded;
}

function constant(c: Const): unknown {
  switch (c.kind) {
    case "none":
    case "ellipsis":
      return c.kind;
    case "bool":
      return `bool ${c.value ? "True" : "False"}`;
    case "float":
      return `float ${floatRepr(c.value)}`;
    case "complex":
      return `complex ${floatRepr(c.real)} ${floatRepr(c.imag)}`;
    case "bytes":
      return `bytes ${Buffer.from(c.value).toString("hex")}`;
    case "tuple":
      return [c.kind, ...c.items.map(constant)];
    case "frozenset":
      // Recorded in the order of their JSON text.
      return [c.kind, ...c.items.map(constant).sort()];
    case "slice":
      return [c.kind, constant(c.start), constant(c.stop), constant(c.step)];
    case "code":
      return `code ${c.code.qualname}`;
    default:
      return `${c.kind} ${c.value}`;
  }
}

/** Texts of sets and code objects hold what differs from run to run: hash order and addresses. */
function stable(argrepr: string): string {
  return argrepr.startsWith("<code object") || argrepr.includes("frozenset({") ? "" : argrepr;
}

function describeCode(code: CodeSpec, profile: Profile): unknown[] {
  const own = {
    name: code.name, qualname: code.qualname, firstLine: code.firstLine, argCount: code.argCount, posOnly: code.posOnlyArgCount,
    kwOnly: code.kwOnlyArgCount, flags: code.flags, stackSize: code.stackSize, names: code.names, varNames: code.varNames,
    cellVars: code.cellVars, freeVars: code.freeVars, consts: code.consts.map(constant),
    code: listInstructions(code, profile).map(({ opname, arg, argrepr, offset, positions: p }) => [
      opname, arg, stable(argrepr), offset, p.line, p.endLine, p.col, p.endCol,
    ]),
    handlers: code.handlers.map((h) => [...[h.start, h.end, h.target].map((i) => startOffsetAt(code, i)), h.depth, h.lasti]),
  };
  return [own, ...code.consts.flatMap((c) => (c.kind === "code" ? describeCode(c.code, profile) : []))];
}

describe.each(["3.11", "3.14", "3.15"] as const)("a program compiles to the very code of CPython %s", (version) => {
  const profile = profileOf(version);
  it.each(recordedOf(version).cases.map((c) => [c.name, c] as const))("%s", (_, { mode, source, codes }) => {
    const code = compile(parse(source, profile, mode), { mode, profile, filename: "<script>" });
    expect(describeCode(code, profile)).toEqual(codes);
  });
});
