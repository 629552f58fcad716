import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import "../../../lib/engine/chunks/all.ts";
import { compile } from "../../../lib/engine/compiler/compile.ts";
import type { CodeSpec, CompileMode, Const } from "../../../lib/engine/compiler/code.ts";
import { floatRepr } from "../../../lib/engine/compiler/constant-repr.ts";
import { startOffsetAt } from "../../../lib/engine/compiler/bytecode.ts";
import { listInstructions } from "../../../lib/engine/compiler/disassemble.ts";
import { encodeLinePairs, encodeLineSteps } from "../../../lib/engine/compiler/tables.ts";
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

function constant(c: Const, hasQualnames: boolean): unknown {
  const inner = (item: Const) => constant(item, hasQualnames);
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
      return [c.kind, ...c.items.map(inner)];
    case "frozenset":
      // Recorded in the order of their JSON text.
      return [c.kind, ...c.items.map(inner).sort()];
    case "slice":
      return [c.kind, inner(c.start), inner(c.stop), inner(c.step)];
    case "code":
      return `code ${hasQualnames ? c.code.qualname : c.code.name}`;
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
    cellVars: code.cellVars, freeVars: code.freeVars, consts: code.consts.map((c) => constant(c, profile.compiler.qualifiedCodeNames)),
    ...(profile.compiler.exceptionTables ? describeTables(code, profile) : describeLines(code, profile)),
  };
  return [own, ...code.consts.flatMap((c) => (c.kind === "code" ? describeCode(c.code, profile) : []))];
}

function describeTables(code: CodeSpec, profile: Profile) {
  return {
    code: listInstructions(code, profile).map(({ opname, arg, argrepr, offset, positions: p }) => [
      opname, arg, stable(argrepr), offset, p.line, p.endLine, p.col, p.endCol,
    ]),
    handlers: code.handlers.map((h) => [...[h.start, h.end, h.target].map((i) => startOffsetAt(code, i)), h.depth, h.lasti]),
  };
}

/** Without tables for columns and handlers (3.10). */
function describeLines(code: CodeSpec, profile: Profile) {
  return {
    code: listInstructions(code, profile).map(({ opname, arg, argrepr, offset, line, isJumpTarget }) => [
      opname, arg, stable(argrepr), offset, line, isJumpTarget,
    ]),
    lines: Buffer.from(encodeLinePairs(code)).toString("hex"),
    lineSteps: Buffer.from(encodeLineSteps(code)).toString("hex"),
  };
}

describe.each(["3.11", "3.12", "3.13", "3.14", "3.15"] as const)("a program compiles to the very code of CPython %s", (version) => {
  const profile = profileOf(version);
  it.each(recordedOf(version).cases.map((c) => [c.name, c] as const))("%s", (_, { mode, source, codes }) => {
    const code = compile(parse(source, profile, mode), { mode, profile, filename: "<script>" });
    expect(describeCode(code, profile)).toEqual(codes);
  });
});

/** One unconditional jump for both: the recorded 3.10.2 takes the other one where 3.10.13 goes by the direction (gh-31354). */
function anyJump(codes: readonly unknown[]): unknown[] {
  const text = JSON.stringify(codes).replaceAll(/\["JUMP_(?:ABSOLUTE|FORWARD)",\d+,"to /g, '["JUMP",null,"to ');
  // Code objects have no qualified names here.
  return (JSON.parse(text) as Record<string, unknown>[]).map((code) => ({ ...code, qualname: undefined }));
}

describe("a program compiles to the very code of CPython 3.10", () => {
  const profile = profileOf("3.10");
  it.each(recordedOf("3.10").cases.map((c) => [c.name, c] as const))("%s", (_, { mode, source, codes }) => {
    const code = compile(parse(source, profile, mode), { mode, profile, filename: "<script>" });
    const own = describeCode(code, profile);
    expect(anyJump(own)).toEqual(anyJump(codes));
    const rows = (own as { code: [string, number, string, number][] }[]).flatMap((each) => each.code);
    for (const [op, , to, at] of rows) if (/^JUMP_(?:ABSOLUTE|FORWARD)$/.test(op)) expect(op).toBe(Number(to.slice(3)) > at ? "JUMP_FORWARD" : "JUMP_ABSOLUTE");
  });
});
