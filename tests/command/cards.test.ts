import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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

  test("counts the library", () => {
    const { status, stdout } = cards(["stats"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ claims answered/);
  });
});
