import { describe, expect, it } from "vitest";
import { type KeptRun, readRuns, withRun } from "../../components/lab/kept-runs.ts";

const run = (source: string, at = 0): KeptRun => ({ source, version: "3.14", mode: "script", at });

describe("the runs that a device remembers", () => {
  it("begin with the newest, hold a program once, and are at most thirty", () => {
    const runs = ["a", "b", "a", "c"].reduce<KeptRun[]>((kept, source, at) => withRun(kept, run(source, at)), []);
    expect(runs.map(({ source, at }) => [source, at])).toEqual([["c", 3], ["a", 2], ["b", 1]]);
    const many = Array.from({ length: 50 }, (_, n) => run(String(n))).reduce<KeptRun[]>(withRun, []);
    expect([many.length, many[0]?.source]).toEqual([30, "49"]);
  });

  it("keep the same program apart in another version or mode", () => {
    expect(withRun([run("a")], { ...run("a"), version: "3.15" })).toHaveLength(2);
    expect(withRun([run("a")], { ...run("a"), mode: "repl" })).toHaveLength(2);
  });

  it("leave out an empty program and one too long to store", () => {
    expect(withRun([], run(" \n"))).toEqual([]);
    expect(withRun([run("a")], run("x".repeat(20_001)))).toEqual([run("a")]);
  });

  it("are read from whatever stands in storage", () => {
    expect(readRuns(JSON.stringify([run("a"), { source: 1 }, null, { ...run("b"), version: "2.7" }]))).toEqual([run("a")]);
    for (const text of [null, "", "{", "7", "{}"]) expect(readRuns(text)).toEqual([]);
  });
});
