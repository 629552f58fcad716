import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inProject, root } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

/** Areas whose scenarios are recorded: H is HTTP and accounts, M is Markdown, E is the engine, D is durability, T is time, I is what holds of the review log. */
const EXPECTED_LETTERS: readonly string[] = ["H", "M", "E", "D", "T", "I"];

/** The numbers of the scenarios in each area, hostile or unlucky, that Heapwise has to withstand. */
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  H: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55],
  M: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40],
  E: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49, 50, 52, 53, 55, 56, 58, 59],
  D: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29],
  T: [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23],
  I: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
};

const sentence = z.string().min(10).max(300);
const entrySchema = z.union([
  z.strictObject({ says: sentence, tests: z.array(z.string().regex(/^tests\/\S+\.(test|spec)\.tsx?: .+$/)).min(1) }),
  z.strictObject({ says: sentence, open: sentence }),
]);
const fileSchema = z.record(z.string().regex(/^[A-Z]\d{2}$/), entrySchema);

const files = filesBelow(inProject("tests/scenarios"), (file) => file.endsWith(".json")).map((file) => ({ name: path.relative(root, file), text: readFileSync(file, "utf8") }));
const entries = files.flatMap(({ name, text }) => Object.entries(fileSchema.parse(JSON.parse(text))).map(([id, entry]) => ({ id, file: name, entry })));
const named = entries.flatMap(({ id, entry }) => ("tests" in entry ? entry.tests.map((test) => ({ id, test })) : []));

/** A test that is named but is not there, or does not have that title. */
function missing(test: string): boolean {
  const [file = "", title = ""] = [test.slice(0, test.indexOf(": ")), test.slice(test.indexOf(": ") + 2)];
  if (!existsSync(inProject(file))) return true;
  const text = readFileSync(inProject(file), "utf8");
  return ![JSON.stringify(title), `'${title}'`, `\`${title}\``].some((literal) => text.includes(`(${literal},`));
}

describe("the scenarios", () => {
  it("are recorded for each area, in exactly one file each, and none besides", () => {
    const expected = EXPECTED_LETTERS.flatMap((letter) => (NUMBERS[letter] ?? []).map((number) => `${letter}${String(number).padStart(2, "0")}`));
    const known = Object.entries(NUMBERS).flatMap(([letter, numbers]) => numbers.map((number) => `${letter}${String(number).padStart(2, "0")}`));
    const ids = entries.map(({ id }) => id);
    expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it("are each in a file once: a key that is written twice would hide the first", () => {
    for (const { name, text } of files) {
      const keys = [...text.matchAll(/"([A-Z]\d{2})"\s*:/g)].map(([, key]) => key);
      expect([name, keys.filter((key, place) => keys.indexOf(key) !== place)]).toEqual([name, []]);
    }
  });

  it("name tests that exist, by their titles", () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ test }) => missing(test)).map(({ id, test }) => `${id}: ${test}`)).toEqual([]);
  });

  it("would not do with a file or a title that does not exist, or with neither tests nor a reason", () => {
    expect(missing("tests/scenarios/scenarios.test.ts: name tests that exist, by their titles")).toBe(false);
    expect(missing("tests/scenarios/scenarios.test.ts: name tests that ex" + "ist")).toBe(true);
    expect(missing("tests/scenarios/gone.test.ts: name tests that exist, by their titles")).toBe(true);
    const says = "A sentence that says it.";
    expect([{ says }, { says, tests: [] }, { says, tests: ["tests/a.test.ts: b"], open: "both at the same time" }, { says, open: "" }].map((entry) => entrySchema.safeParse(entry).success)).toEqual([false, false, false, false]);
  });
});
