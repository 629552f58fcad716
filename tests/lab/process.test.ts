import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeProcessPool, proveInProcess, runInProcess } from "../../lib/lab/process.ts";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import { cardText, fenced } from "../cards/card-text.ts";

/** Answers "fine", fails, or never ends, as asked; keeps nothing. */
const SCRIPT = `
let text = "";
process.stdin.on("data", (part) => { text += part; });
process.stdin.on("end", () => {
  const { what } = JSON.parse(text);
  if (what === "hang") for (;;) {}
  if (what === "fail") process.exit(3);
  if (what === "flood") process.stdout.write("x".repeat(200_000));
  else process.stdout.write(JSON.stringify(what === "look" ? { variables: Object.keys(process.env), arguments: process.execArgv } : { said: what }));
});`;

type Outcome = { readonly kind: string; readonly reply?: { readonly said?: string; readonly variables?: string[]; readonly arguments?: string[] }; readonly message?: string };

describe("programs that others wrote", () => {
  let folder: string;
  const bundle = () => path.join(folder, "child.mjs");
  const pool = (change: Partial<Parameters<typeof makeProcessPool>[1]> = {}) => makeProcessPool<object, { said?: string }>(bundle, { atOnce: 2, queue: 20, wallMs: 20_000, heapMb: 64, answerBytes: 100_000, ...change });

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "heapwise-pool-"));
    writeFileSync(bundle(), SCRIPT);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("E59 of a hundred at once two run, twenty wait, and the rest is told to come back", async () => {
    const ask = pool();
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, index) => ask({ what: `program ${index}` })));
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason as { status: number; retryAfterSeconds: number }] : []));
    expect(refused).toHaveLength(78);
    for (const reason of refused) expect(reason).toMatchObject({ status: 429, retryAfterSeconds: 5 });
    expect(outcomes.slice(0, 22)).toEqual(Array.from({ length: 22 }, (_, index) => ({ status: "fulfilled", value: { kind: "answered", reply: { said: `program ${index}` } } })));
    expect(await ask({ what: "later" })).toEqual({ kind: "answered", reply: { said: "later" } });
  }, 120_000);

  test("E59 one that is killed takes no other down, and meanwhile the server goes on", async () => {
    const ask = pool({ wallMs: 8_000 });
    let turns = 0;
    const turning = setInterval(() => { turns += 1; }, 1);
    const [hanging, other, third] = await Promise.all([ask({ what: "hang" }), ask({ what: "other" }), ask({ what: "third" })]);
    clearInterval(turning);
    expect(hanging).toEqual({ kind: "killed", message: "It had not ended after 8 seconds." });
    expect([other, third]).toMatchObject([{ kind: "answered" }, { kind: "answered" }]);
    expect(turns).toBeGreaterThan(5);
  }, 60_000);

  test("that fail or answer without end are killed, and leave their place to the next", async () => {
    const ask = pool({ atOnce: 1 });
    expect(await ask({ what: "fail" })).toMatchObject({ kind: "killed" });
    expect(await ask({ what: "flood" })).toEqual({ kind: "killed", message: "Its answer was too long." });
    expect(await ask({ what: "well" })).toMatchObject({ kind: "answered" });
  });

  test("get nothing of the server's environment, and may read no other file", async () => {
    const outcome = (await pool()({ what: "look" })) as Outcome;
    expect(outcome.reply?.variables?.filter((name) => /SECRET|DATABASE|PATH|HOME/.test(name))).toEqual([]);
    expect(outcome.reply?.arguments).toContain(`--allow-fs-read=${bundle()}`);
  });
});

describe("the process that proves", () => {
  beforeAll(() => ensureLab(), 120_000);

  test("proves a card of the library in all its versions", async () => {
    const outcome = await proveInProcess(readFileSync("content/cards/identity/bound-methods.md", "utf8"));
    expect(outcome).toMatchObject({ kind: "answered", reply: { card: { front: { id: "bound-methods" } } } });
    const results = outcome.kind === "answered" ? outcome.reply.results : [];
    expect(new Set(results.map((one) => one.version))).toEqual(new Set(["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]));
    expect(results.filter((one) => one.outcome !== "held")).toEqual([]);
  });

  test("M28 a program that never ends is stopped by the engine, and counts as stopped", async () => {
    const source = cardText({ versions: "3.14" }, { proof: fenced("python", "while True:\n    pass\nassert 1 + 1 == 2") });
    const outcome = await proveInProcess(source);
    expect(outcome).toMatchObject({ kind: "answered", reply: { results: [{ outcome: "stopped" }] } });
  });

  test("M26 an assertion that holds by luck of the hash seed does not hold", async () => {
    const source = cardText({ versions: "3.14" }, { proof: fenced("python", "assert hash('spam') % 64 == hash('spam') % 64 + 0\nassert list({'a', 'b', 'c', 'd', 'e', 'f'}) == [x for x in 'placeholder']") });
    const first = await runInProcess([{ source: "print(list({'a', 'b', 'c', 'd', 'e', 'f'}))", version: "3.14", mode: "script" }]);
    const order = first.kind === "answered" ? (first.reply[0]?.stdout.trim() ?? "") : "";
    expect(order).toMatch(/^\['/);
    const outcome = await proveInProcess(source.replace("[x for x in 'placeholder']", order));
    expect(outcome).toMatchObject({ kind: "answered", reply: { results: [{ outcome: "failed", failure: { message: expect.stringContaining("hash seed 1") } }] } });
  });

  test("M29 what the engine does not have is unsupported, never held", async () => {
    const outcome = await proveInProcess(cardText({ versions: "3.14" }, { proof: fenced("python", "import tkinter\nassert tkinter is not None") }));
    expect(outcome).toMatchObject({ kind: "answered", reply: { results: [{ outcome: "unsupported" }] } });
  });

  test("runs programs and gives what they print, also after one that is stopped", async () => {
    const outcome = await runInProcess([
      { source: "x = 'a' * 10**10", version: "3.14", mode: "script" },
      { source: "print(257 is 257)", version: "3.10", mode: "script" },
      { source: "1 + 1", version: "3.15", mode: "repl" },
      { source: "1 / 0", version: "3.14", mode: "script" },
    ]);
    expect(outcome).toMatchObject({ kind: "answered", reply: [{ status: "stopped" }, { status: "done", stdout: "True\n" }, { stdout: "2\n" }, { status: "raised", error: { type: "ZeroDivisionError" } }] });
  });
});
