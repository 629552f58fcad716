import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../lib/errors.ts";
import { askProcess, runInProcess } from "../../lib/lab/process.ts";
import { ensureLabChild } from "../../lib/setup/bundle.mjs";
import { newCard } from "../../lib/cards/template.ts";

const program = (source: string) => ({ source, version: "3.14", mode: "script" }) as const;

beforeAll(async () => {
  await ensureLabChild();
});

describe("the engine in a process of its own", () => {
  test("runs programs of several versions and gives what each printed", async () => {
    const results = await runInProcess([program("print(257 is 257)"), { ...program("print(int('300') is int('300'))"), version: "3.15" }, program("1/0")]);
    expect(results?.map((one) => [one.status, one.stdout])).toEqual([["done", "True\n"], ["done", "True\n"], ["raised", ""]]);
  });

  test("checks a card's text, and proves it only where it has no errors", async () => {
    const sound = await askProcess({ kind: "prove", source: newCard("a-card", "identity", "predict", "2026-11-28") });
    expect(sound).toMatchObject({ ended: "answered", reply: { kind: "proven" } });
    const broken = await askProcess({ kind: "prove", source: "no front matter" });
    expect(broken).toMatchObject({ ended: "answered", reply: { kind: "proven", results: [] } });
    expect(broken.ended === "answered" && broken.reply.kind === "proven" ? broken.reply.problems.map((one) => one.severity) : []).toContain("error");
  });

  test("an endless program ends at the engine's own limit, with a reason and what it had printed", async () => {
    const [result] = (await runInProcess([program("print('begun')\nwhile True: pass")])) ?? [];
    expect(result).toMatchObject({ status: "stopped", reason: "steps", stdout: "begun\n" });
  });

  test("a process that takes too long is killed, and the next request is served", async () => {
    expect(await askProcess({ kind: "run", programs: [program("print(1)")] }, 1)).toEqual({ ended: "killed" });
    expect(await runInProcess([program("print(1)")])).toMatchObject([{ status: "done" }]);
  });

  test("of a hundred requests at once, two run and twenty wait; the others are told to come back (E59)", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => runInProcess([program("print(1)")])));
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(78);
    for (const reason of refused) expect(reason).toMatchObject({ code: "too-many", retryAfterSeconds: 5 } satisfies Partial<AppError>);
    expect(outcomes.filter((one) => one.status === "fulfilled" && one.value?.[0]?.stdout === "1\n")).toHaveLength(22);
  });
});
