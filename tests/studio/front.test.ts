import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFix, type Repair } from "../../lib/cards/fix.ts";
import { likeQuestions } from "../../lib/cards/library.ts";
import { isSound } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { newCard } from "../../lib/cards/template.ts";
import { withField } from "../../lib/studio/front-edit.ts";
import { frontFields } from "../../lib/studio/front-fields.ts";
import { disagreements, namesVersions } from "../../lib/studio/disagree.ts";
import { cardText, fenced } from "../cards/card-text.ts";

const source = newCard("a-card", "identity", "recall", "2026-11-29");
const line = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((text) => text.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\u0085\uFEFF]/gu, "").trim()).filter((text) => text !== "");

describe("front matter as a form", () => {
  it("reads the fields as they are typed, right or wrong, and nothing where YAML cannot", () => {
    expect(frontFields(source)?.get("versions")).toBe("3.10-3.15");
    expect(frontFields(source)?.get("tags")).toEqual([]);
    expect(frontFields("---\nid: [a\n---\n")).toBeNull();
    expect(frontFields("no front matter")).toBeNull();
    expect(frontFields("---\r\nid: a\r\n---\r\n")?.get("id")).toBe("a");
  });

  it("writes any line and any list so that it is read back, and leaves every other line", () => {
    fc.assert(fc.property(fc.constantFrom("title", "myth", "versions", "new_field"), line, (name, value) => {
      const changed = withField(source, name, value) ?? "";
      expect(frontFields(changed)?.get(name)).toBe(value);
      const others = (text: string) => [...(frontFields(text) ?? [])].filter(([key]) => key !== name);
      expect(others(changed)).toEqual(others(source));
      expect(changed.slice(changed.indexOf("\n---\n"))).toBe(source.slice(source.indexOf("\n---\n")));
    }));
    fc.assert(fc.property(fc.constantFrom("rubric", "tags", "sources"), fc.array(line, { maxLength: 5 }), (name, value) => {
      expect(frontFields(withField(source, name, value) ?? "")?.get(name)).toEqual(value);
    }));
  });

  it("changes nothing by writing what is there, but for how it is written, and needs front matter", () => {
    for (const [name, value] of frontFields(source) ?? []) expect(parseCard(withField(source, name, value) ?? "").hash).toBe(parseCard(source).hash);
    expect(withField("What?", "id", "a")).toBeNull();
    expect(withField("---\nid: a\n", "id", "b")).toBeNull();
  });
});

const repairsOf = (text: string): Repair[] => parseCard(text).problems.flatMap(({ fix, line, column }) => (fix === undefined ? [] : [{ fix, line, column }]));

describe("what can be repaired without asking", () => {
  it("is gone after the repair", () => {
    const broken = `\uFEFF${source.replaceAll("\n", "\r\n")}`;
    const repairs = repairsOf(broken);
    expect(repairs.map(({ fix }) => fix).toSorted()).toEqual(["remove-bom", "use-lf"]);
    expect(repairs.reduce(applyFix, broken)).toBe(source);
  });

  it("is done at its place: the character that cannot be seen, the blank after a prompt", () => {
    const hidden = cardText({}, { why: "Because acc\u202eess is \u200bmeant." });
    const [first, second] = repairsOf(hidden);
    expect([first, second]).toMatchObject([{ fix: "delete-character" }, { fix: "delete-character" }]);
    // One repair, then the text is read again.
    const once = first === undefined ? hidden : applyFix(hidden, first);
    expect(once).toBe(hidden.replace("\u202e", ""));
    expect(repairsOf(once).reduce(applyFix, once)).toBe(hidden.replace(/[\u202e\u200b]/g, ""));
    const prompt = cardText({}, { proof: fenced("python", ">>> 1\n1\n\n>>>2\n2") });
    const [blank] = repairsOf(prompt);
    expect(blank).toMatchObject({ fix: "blank-after-prompt" });
    expect(blank === undefined ? "" : parseCard(applyFix(prompt, blank)).problems).toEqual([]);
    expect(applyFix("one line", { fix: "delete-character", line: 9, column: 1 })).toBe("one line");
  });
});

describe("what the versions disagree about", () => {
  const card = (why: string) => parseCard(cardText({}, { why, proof: fenced("python", "print(1)\nassert len('a') == 1") }));
  const blocks = (text: ReturnType<typeof card>, outputs: readonly string[]) => text.proofs.map((proof) => ({ proof, outputs: outputs.map((output, at) => ({ version: (["3.13", "3.14", "3.15"] as const)[at] ?? "3.15", output })) }));

  it("is told with who prints what, unless the text names a version", () => {
    const silent = card("It is so.");
    expect(disagreements(silent, blocks(silent, ["a\n", "a\n", "b\n"]))).toMatchObject([{ groups: [{ versions: ["3.13", "3.14"], output: "a\n" }, { versions: ["3.15"], output: "b\n" }] }]);
    const telling = card("Since 3.15 it is so.");
    expect([namesVersions(telling), disagreements(telling, blocks(telling, ["a\n", "a\n", "b\n"]))]).toEqual([true, []]);
  });

  it("is nothing where all print the same, or only addresses differ", () => {
    const silent = card("It is so.");
    expect(disagreements(silent, blocks(silent, ["<f at 0x7f0011223344>", "<f at 0x7f0055667788>", "<f at 0x10aabbccdd>"]))).toEqual([]);
  });
});

describe("like questions", () => {
  it("are found by their words, the nearest first, without the card itself", () => {
    const of = (id: string, question: string) => {
      const card = parseCard(newCard(id, "identity", "recall", "2026-11-29").replace("What …", question));
      if (!isSound(card)) throw new Error("The card has errors.");
      return card;
    };
    const others = [of("near-one", "What does the operator is compare in a script?"), of("same-one", "What does the operator is compare?"), of("far-one", "When is a generator closed?")];
    expect(likeQuestions(of("my-card", "What does the operator is compare?"), others).map(({ id, share }) => [id, share])).toEqual([["same-one", 1], ["near-one", 6 / 9]]);
    expect(likeQuestions(of("same-one", "What does the operator is compare?"), others.slice(1))).toEqual([]);
  });
});
