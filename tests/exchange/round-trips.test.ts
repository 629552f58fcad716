import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, loadCards } from "../../lib/cards/files.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { zip } from "../../lib/exchange/archive.ts";
import { compareWithLibrary } from "../../lib/exchange/compare.ts";
import { type ExportFormat, EXPORT_FORMATS, guessFormat, readExchange, writeExchange } from "../../lib/exchange/formats.ts";
import { ExchangeError, type OutgoingCard } from "../../lib/exchange/pack.ts";
import { cardText } from "../cards/card-text.ts";

const NOW = Date.UTC(2026, 10, 29);
const OPTIONS = { topic: "identity", origin: "a test", today: "2026-11-29" } as const;
const library: OutgoingCard[] = loadCards([CARDS_FOLDER], CARDS_FOLDER).flatMap(({ text, card }) => (isSound(card) ? [{ text, card }] : []));

function outgoing(text: string): OutgoingCard {
  const card = parseCard(text);
  if (!isSound(card)) throw new Error(card.problems.map((problem) => problem.message).join("; "));
  return { text, card };
}

const throughFile = (cards: readonly OutgoingCard[], format: ExportFormat): readonly string[] => readExchange(`cards.${format}`, writeExchange(cards, format, NOW), format, OPTIONS, new Set()).cards.map((card) => card.text);

describe.each(EXPORT_FORMATS)("the library as %s", (format) => {
  it("comes back to the letter, and into an empty library with the same revisions", () => {
    const texts = throughFile(library, format);
    expect([...texts].sort()).toEqual(library.map((card) => card.text).sort());
    const planned = compareWithLibrary(texts.map((text) => ({ place: "", text })), new Map());
    expect(planned.every((one) => one.standing === "new")).toBe(true);
    expect(planned.map((one) => one.card.hash).sort()).toEqual(library.map((one) => one.card.hash).sort());
  });

  it("is the same file for the same cards, and its kind is seen", () => {
    const file = writeExchange(library, format, NOW);
    expect(writeExchange(library, format, NOW)).toEqual(file);
    expect(guessFormat(format === "md" ? "cards.zip" : `cards.${format}`, file)).toBe(format);
  });

  it("keeps any title, tag and text, also what a spreadsheet would compute", () => {
    const words = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme-ascii" }).filter((text) => text.trim() !== "" && !/[<>[\]`*_\\&:#|~]/.test(text));
    fc.assert(
      fc.property(words, fc.constantFrom("=1+1", "+a", "-b", "@sum", "'quoted", "plain"), (title, tag) => {
        const card = parseCard(cardText({ title: JSON.stringify(title), tags: JSON.stringify([tag]) }));
        fc.pre(isSound(card));
        const text = cardText({ title: JSON.stringify(title), tags: JSON.stringify([tag]) });
        expect(throughFile([outgoing(text)], format)).toEqual([text]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("an import", () => {
  const mine = cardText({ id: "my-card" });

  it("says what is new, changed, the same and refused, and writes nothing", () => {
    const incoming = [mine, cardText({ id: "other", title: "Another" }), cardText({ id: "third" }), cardText({ id: "third" }), cardText({ id: "Fourth!" })];
    const planned = compareWithLibrary(incoming.map((text, index) => ({ place: `card ${index}`, text })), new Map([["my-card", mine], ["other", cardText({ id: "other" })]]));
    expect(planned.map((one) => one.standing)).toEqual(["same", "changed", "new", "refused", "refused"]);
    expect(planned[3]?.problems[0]?.message).toBe("the id third comes twice in this file: give one of the cards another");
    expect(planned[4]?.problems[0]?.message).toContain("cannot be an id");
  });

  it("never uses a name of the archive", () => {
    const file = zip(new Map([["../../etc/evil.md", mine], ["__MACOSX/x.md", "x"], ["README.md", "x"]]));
    expect(readExchange("pack.zip", file, "md", OPTIONS, new Set()).cards).toEqual([{ place: "../../etc/evil.md", text: mine }]);
  });

  it.each([
    ["json", "{", /not JSON/],
    ["json", '{"format":"other","version":1,"cards":[]}', /no pack of cards: format/],
    ["csv", "id,title\r\na,b\r\n", /no column "markdown"/],
    ["apkg", "PK", /no package of Anki/],
  ] as const)("refuses %s that is none: %s", (format, text, message) => {
    expect(() => readExchange(`x.${format}`, new TextEncoder().encode(text), format, OPTIONS, new Set())).toThrow(message);
  });

  it("refuses what is damaged, not UTF-8, or unpacks to too much, before it is made", () => {
    const damaged = writeExchange([outgoing(mine)], "md", NOW).slice(0, 200);
    expect(() => readExchange("x.zip", damaged, "md", OPTIONS, new Set())).toThrow(ExchangeError);
    expect(() => readExchange("x.md", new Uint8Array([0xff, 0xfe, 0x41]), "md", OPTIONS, new Set())).toThrow(/not text in UTF-8/);
    const bomb = zip(new Map(Array.from({ length: 9 }, (_, index) => [`${index}.md`, new Uint8Array(8 * 1024 * 1024)])));
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => readExchange("x.zip", bomb, "md", OPTIONS, new Set())).toThrow(/unpacks to more than/);
  });
});
