import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBundle } from "../../lib/setup/bundle.mjs";
import { inProject } from "../../lib/setup/project.mjs";

describe("npm run cards", { timeout: 60_000 }, () => {
  const command = inProject("build/cards.mjs");
  const folder = mkdtempSync(path.join(tmpdir(), "cards-"));
  beforeAll(() => ensureBundle("lib/command/cards.ts", command), 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  function cards(args: readonly string[], cwd = inProject()): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [command, ...args], { cwd, encoding: "utf8" });
  }

  test("writes a new card at its place, once, and lists it", () => {
    const made = cards(["new", "my-card", "--topic", "closures", "--kind", "fix"], folder);
    expect(made).toMatchObject({ status: 0, stdout: "content/cards/closures/my-card.md\n" });
    expect(readFileSync(path.join(folder, "content/cards/closures/my-card.md"), "utf8")).toContain("id: my-card");
    expect(cards(["new", "my-card", "--topic", "del"], folder)).toMatchObject({ status: 2 });
    expect(cards(["list"], folder).stdout).toMatch(/^my-card +closures +fix /);
    expect(cards(["stats"], folder).stdout).toContain("1 card\n");
  });

  test("refuses what it does not understand, with a sentence and status 2", () => {
    expect(cards(["new", "../x", "--topic", "closures"], folder).stderr).toContain("cannot be an id");
    for (const args of [["check", "nowhere.md"], ["check", "--version", "3.9"], ["check", "--fast"], ["frobnicate"], ["new", "abc"], []]) {
      expect(cards(args).status).toBe(2);
    }
  });

  test("runs a proof again when the card or the asker wants it, and says how many it ran", () => {
    const own = path.join(folder, "library");
    mkdirSync(path.join(own, "content/cards/small-ints"), { recursive: true });
    copyFileSync(inProject("content/claims.json"), path.join(own, "content/claims.json"));
    const card = path.join(own, "content/cards/small-ints/257-at-the-prompt.md");
    copyFileSync(inProject("content/cards/small-ints/257-at-the-prompt.md"), card);
    const lastLine = (...args: string[]): string | undefined => cards(["check", ...args], own).stdout.trimEnd().split("\n").at(-1);
    const proofs = (JSON.parse(cards(["check", "--json"], own).stdout) as { proofs: number }).proofs;
    expect(proofs).toBeGreaterThan(1);
    expect(lastLine()).toBe(`0 proofs run; ${proofs} held before, with this engine and this very text (--again runs them too)`);
    expect(lastLine("--again")).toBe(`${proofs} proofs run`);
    writeFileSync(card, readFileSync(card, "utf8").replace(/^assert /mu, "assert True and "));
    expect(lastLine()).toBe(`${proofs} proofs run`);
    writeFileSync(card, readFileSync(card, "utf8").replace("assert True and ", "assert not "));
    for (const _ of [1, 2]) expect(cards(["check"], own)).toMatchObject({ status: 1, stdout: expect.stringContaining("FAIL") as string });
  });

  test("counts the library", () => {
    const { status, stdout } = cards(["stats"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ claims answered/);
  });
});
