import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run, type VersionId } from "../../../lib/engine/index.ts";
import { listingRefusal, profileOf } from "../../../lib/engine/profiles/profiles.ts";

const folder = path.join(import.meta.dirname, "specialized");
const recorded = JSON.parse(readFileSync(path.join(folder, "recorded.json"), "utf8")) as Record<string, Partial<Record<VersionId, readonly string[]>>>;

/** Lines that are known to differ, by program and version; the lists may only shrink. */
const known = JSON.parse(readFileSync(path.join(folder, "known.json"), "utf8")) as Record<string, { readonly reason: string } & Partial<Record<VersionId, readonly string[]>>>;

const trimmed = (lines: readonly string[]) => lines.map((line) => line.trimEnd());

describe("dis(adaptive=True) shows what CPython's shows after the same runs", () => {
  for (const [name, byVersion] of Object.entries(recorded)) {
    // A version that runs on another's instructions lists none.
    const versions = (Object.keys(byVersion) as VersionId[]).filter((version) => listingRefusal(profileOf(version)) === null);
    it.each(versions)(`${name} in %s`, (version) => {
      const result = run(readFileSync(path.join(folder, `${name}.py`), "utf8"), { version, audit: true, stackCheck: true, limits: { steps: 50_000_000 } });
      expect(result).toMatchObject({ status: "done", leaks: [] });
      const wanted = trimmed(byVersion[version] ?? []);
      const printed = trimmed(result.stdout.trimEnd().split("\n"));
      const differing = known[name]?.[version] ?? [];
      expect(printed.length).toBe(wanted.length);
      const isKnown = (line: string) => differing.includes(line.split(" -> ")[0]);
      expect(printed.filter((_, i) => !isKnown(wanted[i]))).toEqual(wanted.filter((line) => !isKnown(line)));
      for (const [i, line] of wanted.entries()) if (isKnown(line)) expect(printed[i], "it agrees now: take it off specialized/known.json").not.toBe(line);
    });
  }
});

describe("looking at specialised instructions", () => {
  it("is possible from the import of dis on, and changes nothing of a run", () => {
    const program = "def f(a, b): return a + b\nfor i in range(50): f(i, 1)\nprint(f(1, 2), id([]))";
    const plain = run(program, { version: "3.14" });
    const watched = run(`import dis\n${program}`, { version: "3.14" });
    expect(watched.stdout.split(" ")[0]).toBe(plain.stdout.split(" ")[0]);
    const late = run(`${program}\nimport dis\nprint([i.opname for i in dis.get_instructions(f, adaptive=True)][2])`, { version: "3.14" });
    expect(late.stdout).toContain("BINARY_OP\n");
  });

  it("shows the compiler's own instructions unless they are asked for", () => {
    const source = "import dis\ndef f(a, b): return a + b\nfor i in range(50): f(i, 1)\nprint([i.opname for i in dis.get_instructions(f)][2])\ndis.dis(f, adaptive=True)";
    const { stdout } = run(source, { version: "3.14" });
    expect(stdout.startsWith("BINARY_OP\n")).toBe(true);
    expect(stdout).toContain("BINARY_OP_ADD_INT        0 (+)");
  });
});
