import { describe, expect, test } from "vitest";
import type { FeedResult, RunOptions } from "../../lib/engine/types.ts";
import type { SoundCard } from "../../lib/cards/card.ts";
import { isSound } from "../../lib/cards/card.ts";
import { mutateCard } from "../../lib/cards/mutate.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { allHeld, proveCard } from "../../lib/cards/prove.ts";
import type { ProofResult } from "../../lib/cards/prove.ts";
import { cardText, fenced } from "./card-text.ts";
import { done, errorView, fakeProver, raised, stopped } from "./fake-prover.ts";
import type { Fake } from "./fake-prover.ts";

function sound(text: string): SoundCard {
  const card = parseCard(text);
  if (!isSound(card)) throw new Error(card.problems.map((problem) => problem.message).join("\n"));
  return card;
}

function prove(text: string, fake: Fake, versions: SoundCard["front"]["versions"] = ["3.14"]): ProofResult[] {
  return proveCard(fakeProver(fake), sound(text), { versions });
}

const SCRIPT = cardText({}, { proof: fenced("python", "x = 1\nassert x == 1") });

describe("scripts", () => {
  test("hold when they end without an exception, in each version and under both seeds", () => {
    const prover = fakeProver({});
    const results = proveCard(prover, sound(SCRIPT));
    expect(results.map((result) => result.version)).toEqual(["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]);
    expect(allHeld(results)).toBe(true);
    expect(prover.asked.filter((one) => one.options.version === "3.14").map((one) => one.options.seed)).toEqual([0, 1]);
  });

  test("fail at the line of the file where an assertion failed", () => {
    const [result] = prove(SCRIPT, { run: () => raised("AssertionError", 2) });
    expect(result).toMatchObject({ outcome: "failed", failure: { expected: "assert x == 1", actual: "AssertionError" } });
    expect(SCRIPT.split("\n")[(result?.failure?.line ?? 0) - 1]).toBe("assert x == 1");
  });

  test("that hold under one seed only have failed (M26)", () => {
    const [result] = prove(SCRIPT, { run: (_, options) => (options.seed === 1 ? raised("AssertionError", 2) : done()) });
    expect(result).toMatchObject({ outcome: "failed" });
    expect(result?.failure?.message).toContain("hash seed 1");
  });

  test("M28 M29 that stop, or need what the engine lacks, never count as held", () => {
    expect(prove(SCRIPT, { run: () => stopped("steps") })[0]?.outcome).toBe("stopped");
    expect(prove(SCRIPT, { run: () => stopped("unsupported") })[0]?.outcome).toBe("unsupported");
    expect(prove(SCRIPT, { run: () => raised("ModuleNotFoundError: No module named 'x'", 1) })[0]?.outcome).toBe("unsupported");
    expect(prove(SCRIPT, { run: () => raised("NotImplementedError: x", 1) })[0]?.outcome).toBe("unsupported");
    expect(allHeld(prove(SCRIPT, { run: () => stopped("unsupported") }))).toBe(false);
    expect(allHeld([])).toBe(false);
  });

  test("run on the cores and without the GIL that they ask for", () => {
    const asked: RunOptions[] = [];
    const run = (_source: string, options: RunOptions) => {
      asked.push(options);
      return done();
    };
    for (const info of ["python", "python cores=1", "python cores=2", "python free-threaded"]) prove(cardText({}, { proof: fenced(info, "assert len([]) == 0") }), { run });
    expect(new Set(asked.map(({ cores, freeThreaded }) => JSON.stringify([cores ?? null, freeThreaded ?? null])))).toEqual(new Set(["[null,null]", "[1,null]", "[2,null]", "[null,true]"]));
  });

  test("without an assertion that always runs fail", () => {
    const text = cardText({}, { proof: fenced("python", "def f():\n    assert False") });
    expect(prove(text, {})[0]?.outcome).toBe("failed");
  });
});

describe("outputs", () => {
  const predict = cardText(
    { kind: "predict" },
    { question: `What?\n\n${fenced("python", "print(1)\n1 / 0")}`, answer: `So.\n\n${fenced("output versions=3.10-3.14", "1\nZeroDivisionError: division by zero")}\n\n${fenced("output versions=3.15", "2")}` },
  );

  test("are compared with what is printed and the last line of the traceback", () => {
    const run = (): ReturnType<typeof raised> => raised("ZeroDivisionError: division by zero", 2, "1\n");
    expect(prove(predict, { run })[0]?.outcome).toBe("held");
    const [newest] = prove(predict, { run }, ["3.15"]);
    expect(newest?.failure).toMatchObject({ expected: "2", actual: "1" });
    expect(predict.split("\n")[(newest?.failure?.line ?? 0) - 1]).toBe("2");
  });

  test("blanks at line ends do not count, a missing line does", () => {
    const text = cardText({ kind: "predict" }, { question: `What?\n\n${fenced("python", "print(1)")}`, answer: `So.\n\n${fenced("output", "1\n2")}` });
    expect(prove(text, { run: () => done("1  \r\n2\n\n") })[0]?.outcome).toBe("held");
    expect(prove(text, { run: () => done("1\n") })[0]?.failure).toMatchObject({ expected: "2", actual: "(no such line)" });
  });
});

function shows(answers: Readonly<Record<string, string>>): (source: string) => FeedResult {
  return (source) => ({ status: "done", stdout: answers[source] ?? "", stderr: "", error: null });
}

describe("sessions", () => {
  const text = cardText({}, { proof: fenced("python", ">>> a = 1\n>>> a\n1\n>>> b\nTraceback (most recent call last):\n  File \"<stdin>\", line 1\nNameError: name 'b' is not defined") });
  const nameError: FeedResult = { status: "done", stdout: "", stderr: "", error: errorView("NameError: name 'b' is not defined", 1) };

  test("hold when every statement shows what stands under it, tracebacks by first and last line", () => {
    expect(prove(text, { feed: (source) => (source === "b" ? nameError : shows({ a: "1\n" })(source)) })[0]).toMatchObject({ outcome: "held", mode: "repl" });
  });

  test("fail at the prompt that shows something else, or shows anything unasked", () => {
    const [wrong] = prove(text, { feed: shows({ a: "2\n" }) });
    expect(wrong?.failure).toMatchObject({ expected: "1", actual: "2" });
    expect(text.split("\n")[(wrong?.failure?.line ?? 0) - 1]).toBe(">>> a");
    expect(prove(text, { feed: shows({ "a = 1": "noise\n" }) })[0]?.failure).toMatchObject({ expected: "(nothing)", actual: "noise" });
  });

  test("end an unfinished block by an empty line", () => {
    const block = cardText({}, { proof: fenced("python", ">>> if True:\n...     print(1)\n1") });
    const feed = (source: string): FeedResult => (source.endsWith("\n\n") ? { status: "done", stdout: "1\n", stderr: "", error: null } : { status: "incomplete" });
    expect(prove(block, { feed })[0]?.outcome).toBe("held");
    expect(prove(block, { feed: () => ({ status: "incomplete" }) })[0]?.outcome).toBe("failed");
  });

  test("pass over the blocks that belong to other versions", () => {
    const split = cardText({}, { proof: `${fenced("python", ">>> a = 1\n>>> a\n1")}\n\n${fenced("python continued versions=3.15", ">>> b\n2")}` });
    expect(prove(split, { feed: shows({ a: "1\n", b: "3\n" }) })[0]?.outcome).toBe("held");
    expect(prove(split, { feed: shows({ a: "1\n", b: "3\n" }) }, ["3.15"])[0]?.outcome).toBe("failed");
  });

  test("check the model where it stands", () => {
    const modelled = cardText({}, { proof: `${fenced("python", ">>> a = 1")}\n\n${fenced("model", "refcount(a) == 1")}` });
    const view = (refs: number) => () => ({ id: 1, type: "int", text: "1", refs });
    expect(prove(modelled, { inspect: view(1) })[0]?.outcome).toBe("held");
    const [wrong] = prove(modelled, { inspect: view(2) });
    expect(wrong?.failure).toMatchObject({ expected: "refcount(a) == 1", actual: "refcount(a) == 2" });
    expect(modelled.split("\n")[(wrong?.failure?.line ?? 0) - 1]).toBe("refcount(a) == 1");
  });
});

describe("repairs", () => {
  const text = cardText({ kind: "fix" }, { question: `Repair.\n\n${fenced("python", "x = 1")}`, answer: `Two.\n\n${fenced("python", "x = 2")}`, proof: fenced("python", "y = x\nassert y == 2") });
  const python = (source: string) => (source.startsWith("x = 2") ? done() : raised("AssertionError", 3));

  test("hold when the fixed program passes the check and the broken one does not", () => {
    expect(prove(text, { run: python })[0]?.outcome).toBe("held");
    expect(prove(text, { run: () => done() })[0]?.failure?.message).toContain("broken program passes");
  });

  test("fail at the line of the check", () => {
    const [result] = prove(text, { run: () => raised("AssertionError", 3) });
    expect(text.split("\n")[(result?.failure?.line ?? 0) - 1]).toBe("assert y == 2");
  });

  test("are not proven by a broken program that only lacks a module", () => {
    const run = (source: string) => (source.startsWith("x = 2") ? done() : raised("ModuleNotFoundError: No module named 'y'"));
    expect(prove(text, { run })[0]?.outcome).toBe("unsupported");
  });
});

describe("myths", () => {
  const text = cardText({ myth: "It is so." }, { proof: `${fenced("python", "assert len([]) == 0")}\n\n${fenced("refutes versions=3.15", "x = 1\nassert x == 2")}` });
  const refutes = (results: readonly ProofResult[]): (string | undefined)[] => results.filter((result) => result.kind === "refutes").map((result) => result.failure?.message ?? result.outcome);
  const mythIn = (...versions: string[]) => (source: string, options: { version?: string }) =>
    source.startsWith("x") && !versions.includes(options.version ?? "") ? raised("AssertionError", 2) : done();

  test("must fail in the versions named and hold in the others", () => {
    expect(refutes(prove(text, { run: mythIn("3.14") }, ["3.14", "3.15"]))).toEqual(["held", "held"]);
    expect(refutes(prove(text, { run: mythIn("3.14", "3.15") }, ["3.14", "3.15"]))[1]).toContain("the myth holds in 3.15");
    expect(refutes(prove(text, { run: mythIn() }, ["3.14", "3.15"]))[0]).toContain("false in 3.14 too");
  });

  test("are not refuted by a program that breaks before it tests them", () => {
    const run = (source: string) => (source.startsWith("x") ? raised("NameError: name 'z' is not defined", 1) : done());
    expect(prove(text, { run }, ["3.15"]).find((result) => result.kind === "refutes")?.outcome).toBe("failed");
  });

  test("as a session must fail at the last statement", () => {
    const session = cardText({ myth: "It is so." }, { proof: `${fenced("python", "assert len([]) == 0")}\n\n${fenced("refutes", ">>> a\n1\n>>> b\n2")}` });
    expect(refutes(prove(session, { feed: shows({ a: "1\n", b: "3\n" }) }))).toEqual(["held"]);
    expect(refutes(prove(session, { feed: shows({ a: "7\n", b: "3\n" }) }))[0]).toContain("differs");
  });
});

describe("mutants", () => {
  test("that fail leave no survivor", () => {
    const run = (source: string) => (source.includes("assert not (x == 1)") ? raised("AssertionError", 2) : done());
    expect(mutateCard(fakeProver({ run }), sound(SCRIPT))).toEqual({ tried: 1, survivors: [] });
  });

  test("that hold show an assertion that proves nothing, with its line", () => {
    const { survivors } = mutateCard(fakeProver({}), sound(SCRIPT));
    expect(survivors).toMatchObject([{ assertion: "assert x == 1", outcome: "held" }]);
    expect(SCRIPT.split("\n")[(survivors[0]?.line ?? 0) - 1]).toBe("assert x == 1");
  });

  test("keep a message, several lines and nesting", () => {
    const prover = fakeProver({});
    mutateCard(prover, sound(cardText({}, { proof: fenced("python", "assert f(1,\n    2) == [3, 4], 'a, b'\nif x:\n    assert y, z") })));
    expect(prover.asked.map((one) => one.source)).toEqual([
      "assert not (f(1,\n    2) == [3, 4]), 'a, b'\nif x:\n    assert y, z",
      "assert f(1,\n    2) == [3, 4], 'a, b'\nif x:\n    assert not (y), z",
    ]);
  });

  test("are made of outputs, sessions and models as well", () => {
    const text = cardText({}, { proof: `${fenced("python", "print(1)")}\n\n${fenced("output", "1")}\n\n${fenced("python", ">>> a\n1")}\n\n${fenced("model", "a is unbound")}` });
    const fake: Fake = { run: () => done("1\n"), feed: shows({ a: "1\n" }) };
    expect(allHeld(prove(text, fake))).toBe(true);
    expect(mutateCard(fakeProver(fake), sound(text))).toEqual({ tried: 3, survivors: [] });
  });
});
