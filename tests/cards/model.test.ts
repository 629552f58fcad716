import { describe, expect, test } from "vitest";
import type { ObjectView, Session } from "../../lib/engine/types.ts";
import { parseModel, parseModelStatement } from "../../lib/cards/model.ts";
import { checkStatement, watch } from "../../lib/cards/prove-model.ts";

describe("the grammar of model blocks", () => {
  test.each([
    ["a -> int 257", { kind: "refers", path: "a", type: "int", text: "257" }],
    ["a -> list", { kind: "refers", path: "a", type: "list", text: null }],
    ["a -> str 'b c'", { kind: "refers", path: "a", type: "str", text: "'b c'" }],
    ["a is b.c", { kind: "same", left: "a", right: "b.c" }],
    ["a is unbound", { kind: "unbound", path: "a" }],
    ["refcount(a) >= 12", { kind: "refcount", path: "a", operator: ">=", count: 12 }],
    ["immortal(a)", { kind: "immortal", path: "a" }],
    ["objects(int, 257) == 2", { kind: "objects", type: "int", text: "257", operator: "==", count: 2 }],
    ["objects(list, [1, 2]) == 1", { kind: "objects", type: "list", text: "[1, 2]", operator: "==", count: 1 }],
    ["objects(Node) == 0", { kind: "objects", type: "Node", text: null, operator: "==", count: 0 }],
    ["frame f: fast locals a b", { kind: "frame", path: "f", part: "fast locals", names: ["a", "b"] }],
    ["frame f: free variables none", { kind: "frame", path: "f", part: "free variables", names: [] }],
    ["opcodes(f) has LOAD_FAST", { kind: "opcodes", path: "f", opcode: "LOAD_FAST" }],
    ["alive(big)", { kind: "alive", path: "big" }],
  ])("reads %s", (source, claim) => {
    expect(parseModelStatement(source, 3)).toEqual({ line: 3, source, holds: true, claim });
  });

  test("not, is not, is not unbound and has no turn a statement round, and two of them cancel", () => {
    const holds = (source: string): boolean | undefined => parseModelStatement(source, 1)?.holds;
    for (const source of ["not alive(big)", "a is not b", "a is not unbound", "opcodes(f) has no LOAD_FAST", "not immortal(a)"]) expect(holds(source)).toBe(false);
    expect(holds("not a is not b")).toBe(true);
  });

  test("comments and empty lines are left out, and a fault is named with its line and column", () => {
    const { statements, problems } = parseModel("# all of it\na is b  # one object\n\n  refcount a == 1", 10);
    expect(statements.map((statement) => statement.line)).toEqual([11]);
    expect(problems).toMatchObject([{ line: 13, column: 3, rule: "model-statement" }]);
    expect(problems[0]?.message).toContain('"refcount a == 1"');
  });
});

interface Heap {
  readonly views?: Readonly<Record<string, ObjectView>>;
  readonly counts?: Readonly<Record<string, number>>;
  readonly living?: readonly number[];
  readonly listing?: readonly string[];
}

/** A session that shows a fixed heap. */
function session(heap: Heap): Session {
  return {
    version: "3.14",
    feed: () => ({ status: "incomplete" }),
    exec: () => ({ status: "incomplete" }),
    inspect: (path) => heap.views?.[path] ?? null,
    count: (type, text) => heap.counts?.[text === undefined ? type : `${type} ${text}`] ?? 0,
    alive: (id) => heap.living?.includes(id) ?? false,
    disassemble: (path) =>
      path === "f" ? (heap.listing ?? []).map((opname, index) => ({ opname, arg: null, argrepr: "", offset: index * 2, line: 1, isJumpTarget: false })) : null,
    close: () => undefined,
  };
}

const a: ObjectView = { id: 1, type: "int", text: "257", refs: 2 };
const none: ObjectView = { id: 2, type: "NoneType", text: "None", refs: null };

function outcome(heap: Heap, source: string, watched = new Map<string, number>()): string {
  const statement = parseModelStatement(source, 1);
  if (statement === null) throw new Error(`not a statement: ${source}`);
  const result = checkStatement(session(heap), statement, watched);
  return result.outcome === "held" ? "held" : `${result.outcome}: ${result.actual}`;
}

describe("checking a model", () => {
  const heap: Heap = {
    views: { a, b: a, n: none, f: { id: 3, type: "function", text: "<function f>", refs: 1 }, "f.__code__.co_varnames": { id: 4, type: "tuple", text: "('x', 'y')", refs: 1 } },
    counts: { "int 257": 1, Node: 3 },
    living: [1],
    listing: ["RESUME", "LOAD_FAST", "RETURN_VALUE"],
  };

  test("what is so holds", () => {
    for (const source of ["a -> int 257", "a is b", "a is not n", "c is unbound", "refcount(a) == 2", "refcount(a) > 1", "immortal(n)", "not immortal(a)", "objects(int, 257) == 1", "objects(Node) != 2", "frame f: fast locals x y", "opcodes(f) has LOAD_FAST", "opcodes(f) has no STORE_FAST"]) {
      expect(outcome(heap, source)).toBe("held");
    }
  });

  test("what is not so fails and shows what is", () => {
    expect(outcome(heap, "a -> int 258")).toBe("failed: a -> int 257");
    expect(outcome(heap, "a is n")).toBe("failed: a is not n");
    expect(outcome(heap, "refcount(a) == 1")).toBe("failed: refcount(a) == 2");
    expect(outcome(heap, "refcount(n) == 1")).toBe("failed: immortal(n)");
    expect(outcome(heap, "objects(int, 257) == 2")).toBe("failed: objects(int, 257) == 1");
    expect(outcome(heap, "frame f: fast locals y x")).toBe("failed: frame f: fast locals x y");
    expect(outcome(heap, "opcodes(f) has BINARY_OP")).toBe("failed: opcodes(f) are RESUME, LOAD_FAST, RETURN_VALUE");
  });

  test("a statement about an unbound name fails either way round", () => {
    for (const source of ["x is a", "x is not a", "x -> int", "not x -> int", "refcount(x) == 0", "not immortal(x)", "not opcodes(x) has NOP", "not alive(x)"]) {
      expect(outcome(heap, source)).toMatch(/^failed: x/);
    }
  });

  test("alive follows the object that a name was last bound to", () => {
    const watched = new Map<string, number>();
    watch(session(heap), ["a"], watched);
    expect(outcome(heap, "alive(a)", watched)).toBe("held");
    expect(outcome({ living: [] }, "not alive(a)", watched)).toBe("held");
    expect(outcome({ living: [] }, "alive(a)", watched)).toBe("failed: not alive(a)");
  });

  test("what the engine does not show is unsupported", () => {
    expect(outcome(heap, "frame f: cells x")).toMatch(/^unsupported/);
  });
});
