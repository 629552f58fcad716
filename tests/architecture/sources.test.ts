import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inProject, root } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

/** Tables: long because their subject is. Each with what it lists. */
const longTables: Record<string, string> = {};

/** Files that read a clock or make random values, each with why it is the one to do so. */
const effects: Record<string, string> = {
  "lib/clock.ts": "the one place that reads the time",
  "lib/db/serial-sqlite.ts": "waits a random while before it tries a locked database again",
};

const sources = ["app", "components", "lib", "tests"]
  .flatMap((folder) => filesBelow(inProject(folder), (file) => /\.(ts|tsx|mjs)$/.test(file)))
  .map((file) => path.relative(root, file))
  .filter((file) => !file.startsWith("lib/db/generated/") && !file.includes("/node_modules/"));

const text = (file: string) => readFileSync(inProject(file), "utf8");

/** The source without comments, its text literals kept: a rule about code must not trip over prose. */
const code = (file: string) => text(file).replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

/** "file:line" of each line of the files' code that matches. */
function linesMatching(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) => code(file).split("\n").flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])));
}

const is = String.raw`\s*(===?|!==?|<=?|>=?)\s*`;
const literal = String.raw`["'\`]3\.\d+["'\`]`;
/** A decision taken by version: a comparison with a version's name or with the profile's, or a switch over it. */
const comparison = new RegExp([`${is}${literal}`, `${literal}${is}`, `profile\\.id${is}`, `${is}[\\w.]*profile\\.id\\b`, `case\\s+${literal}`, `switch\\s*\\([\\w.]*profile\\.id\\)`].join("|"));

const inLib = sources.filter((file) => file.startsWith("lib/") && file.endsWith(".ts"));

describe("the sources", () => {
  it("are found", () => {
    expect(sources).toContain("lib/clock.ts");
    expect(sources).toContain("tests/architecture/sources.test.ts");
  });

  it("compare no Python version outside the profiles: a property of the profile is asked for", () => {
    const engine = inLib.filter((file) => file.startsWith("lib/engine/") && !file.startsWith("lib/engine/profiles/"));
    expect(linesMatching(engine, comparison)).toEqual([]);
  });

  it.each(['if (version >= "3.12")', "if ('3.10' === v)", "x = rt.profile.id !== other", "a == vm.profile.id", 'case "3.14":', "switch (profile.id) {"])("would be caught comparing one: %s", (line) => {
    expect(line).toMatch(comparison);
  });

  it.each(["const key = profile.id + name;", "if (this.version !== version) return;", "e.conversion === -1", 'profileOf("3.14")'])("may well say: %s", (line) => {
    expect(line).not.toMatch(comparison);
  });

  it("read no clock and make no random value outside the files named for it", () => {
    const pure = inLib.filter((file) => !(file in effects));
    expect(linesMatching(pure, /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bDate\(\)/)).toEqual([]);
    for (const file of Object.keys(effects)) expect(linesMatching([file], /Date\.now|new Date\(\)|Math\.random/)).not.toEqual([]);
  });

  it("have at most 400 lines each, tables aside", () => {
    const long = sources.filter((file) => text(file).split("\n").length > 401);
    expect(long.toSorted()).toEqual(Object.keys(longTables).toSorted());
  });

  it("have no hole in their types", () => {
    const typed = sources.filter((file) => file !== "tests/architecture/sources.test.ts");
    const hole = /(:\s*|\bas\s+|<|,\s*)any\b(\s*[[\]>,;)=|&{]|$)|@ts-(ignore|nocheck)/;
    expect(typed.flatMap((file) => text(file).split("\n").flatMap((line) => (/@ts-(ignore|nocheck)/.test(line) ? [`${file}: ${line.trim()}`] : [])))).toEqual([]);
    expect(linesMatching(typed.filter((file) => !file.endsWith(".mjs")), hole)).toEqual([]);
  });

  it("skip no test", () => {
    const tests = sources.filter((file) => file.startsWith("tests/") && file !== "tests/architecture/sources.test.ts");
    expect(linesMatching(tests, /\b(it|test|describe)\.(skip|only|todo|fixme|skipIf|runIf)\b/)).toEqual([]);
  });
});
