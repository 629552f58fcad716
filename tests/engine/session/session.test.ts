import { describe, expect, it } from "vitest";
import { openSession } from "../../../lib/engine/index.ts";

const fed = (...statements: string[]) => {
  const session = openSession();
  return statements.map((statement) => session.feed(statement));
};

describe("a session", () => {
  it("shows the value of an expression, and nothing for None or a statement", () => {
    expect(fed("a = 6", "a * 7", "None", "'text'").map((result) => result.status === "done" && result.stdout)).toEqual(["", "42\n", "", "'text'\n"]);
  });

  it("makes each statement a unit of its own, as at the prompt: equal large ints are two objects", () => {
    const session = openSession();
    session.feed("a = 257");
    session.feed("b = 257");
    expect(session.feed("a is b")).toMatchObject({ stdout: "False\n" });
    session.feed("c = 257; d = 257");
    expect(session.feed("c is d")).toMatchObject({ stdout: "True\n" });
    session.feed("e = 256");
    session.feed("f = 256");
    expect(session.feed("e is f")).toMatchObject({ stdout: "True\n" });
  });

  it("has the cores and the build that are asked for, and says where a version has none", () => {
    const one = openSession({ cores: 1, freeThreaded: true });
    one.feed("import os, sys");
    expect(one.feed("os.cpu_count(), sys._is_gil_enabled()")).toMatchObject({ stdout: "(1, False)\n" });
    expect(openSession({ version: "3.12", freeThreaded: true }).feed("1")).toMatchObject({ status: "stopped", reason: "unsupported", message: expect.stringContaining("no free-threaded build") });
  });

  it("makes a block one unit: equal constants are one object", () => {
    const session = openSession();
    session.exec("a = 257\nb = 257\nprint(a is b)");
    expect(session.feed("a is b")).toMatchObject({ stdout: "True\n" });
  });

  it("asks for more of an unfinished block", () => {
    const session = openSession();
    expect(session.feed("def f():")).toEqual({ status: "incomplete" });
    expect(session.feed("def f():\n    return 5\n")).toMatchObject({ status: "done", error: null });
    expect(session.feed("f()")).toMatchObject({ stdout: "5\n" });
    expect(session.feed("(1,")).toEqual({ status: "incomplete" });
  });

  it("goes on after an exception", () => {
    const session = openSession();
    expect(session.feed("1/0")).toMatchObject({ status: "done", error: { type: "ZeroDivisionError", lastLine: "ZeroDivisionError: division by zero" } });
    expect(session.feed("x = = 1")).toMatchObject({ status: "done", error: { type: "SyntaxError" } });
    expect(session.feed("2 + 2")).toMatchObject({ stdout: "4\n", error: null });
  });

  it("is over after a stop", () => {
    const session = openSession({ limits: { steps: 20_000 } });
    expect(session.feed("while True: pass\n")).toMatchObject({ status: "stopped", reason: "steps" });
    expect(session.feed("1")).toMatchObject({ status: "stopped" });
  });

  it("counts live objects and says when one has died", () => {
    const session = openSession();
    session.feed("class Node: pass\n");
    session.feed("a = Node(); b = Node()");
    expect(session.count("Node")).toBe(2);
    const { id } = session.inspect("a") as { id: number };
    expect(session.alive(id)).toBe(true);
    session.feed("del a");
    expect(session.alive(id)).toBe(false);
    expect(session.count("Node")).toBe(1);
    session.feed("big = 123456");
    expect(session.count("int", "123456")).toBe(1);
  });

  it("shows references as stored: one for each name, none for the immortal", () => {
    const session = openSession();
    session.feed("a = []");
    expect(session.inspect("a")).toMatchObject({ type: "list", text: "[]", refs: 1 });
    session.feed("b = a");
    expect(session.inspect("a")?.refs).toBe(2);
    expect(session.inspect("None")?.refs ?? null).toBeNull();
    session.feed("n = 5");
    expect(session.inspect("n")).toMatchObject({ type: "int", text: "5", refs: null });
    expect(session.inspect("missing")).toBeNull();
    expect(session.inspect("a.missing")).toBeNull();
  });

  it("lists the instructions of a function", () => {
    const session = openSession();
    session.exec("def f(x):\n    return x + 1");
    expect(session.disassemble("f")?.map(({ opname }) => opname)).toEqual(["RESUME", "LOAD_FAST_BORROW", "LOAD_SMALL_INT", "BINARY_OP", "RETURN_VALUE"]);
    expect(session.disassemble("f.__code__")).toEqual(session.disassemble("f"));
    session.feed("n = 1");
    expect(session.disassemble("n")).toBeNull();
  });
});
