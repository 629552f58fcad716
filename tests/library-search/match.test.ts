import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SoundCard } from "../../lib/cards/card.ts";
import { isSound } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { entryOf } from "../../lib/content/search/entry.ts";
import { matches, NOBODY } from "../../lib/content/search/match.ts";
import type { PersonalState, Query } from "../../lib/content/search/query.ts";
import { personalStatesIn } from "../../lib/content/search/query.ts";
import { plainQuery, readQuery } from "../../lib/content/search/read.ts";
import { search } from "../../lib/content/search/search.ts";
import { inPersonalState, LEECH_LAPSES } from "../../lib/reviews/personal-states.ts";
import { UNTOUCHED } from "../../lib/reviews/fold.ts";
import { dueDayOf, NEW, PLAIN } from "../../lib/scheduling/state.ts";
import { UNSEEN } from "../../lib/scheduling/sm2.ts";
import { cardFile } from "../content-sync/library.ts";

const sound = (id: string, edits: Readonly<Record<string, string>>): SoundCard => {
  const { card } = cardFile(id, edits);
  if (!isSound(card)) throw new Error(card.problems.map(({ message }) => message).join("; "));
  return card;
};

const ASKED = "What does `is` compare?";
const cards = [
  sound("collector-one", { [ASKED]: "When does the cyclic collector find a lonely cycle?", "level: 2": "level: 3", "topic: identity": "topic: cyclic-gc" }),
  sound("naive-cafe", { [ASKED]: "Is a naïve CAFÉ cached? It is 100%_sure, print(id([]))." }),
  sound("mentions-it", { [ASKED]: "What is collected last? The collectors of things say little here, and so on and on, until the line is long enough to be cut somewhere in the middle, which happens after about one hundred and sixty characters of text." }),
];
const entries = cards.map(entryOf);
const found = (typed: string): string[] => {
  const read = readQuery(typed);
  if (!read.ok) throw new Error(read.problem.message);
  return search(read.query, entries, NOBODY).map(({ id }) => id);
};

describe("a search finds", () => {
  it.each<[string, string[]]>([
    ["", ["collector-one", "naive-cafe", "mentions-it"]],
    ["lonely cycle", ["collector-one"]],
    ["NAIVE café", ["naive-cafe"]],
    ['"lonely cycle"', ["collector-one"]],
    ['"cycle lonely"', []],
    ["100%_sure", ["naive-cafe"]],
    ["id([])", ["naive-cafe"]],
    ["topic:identity -cafe", ["mentions-it"]],
    ["level:3", ["collector-one"]],
    ["level:1", []],
    ["(cafe or cycle) -topic:cyclic-gc", ["naive-cafe"]],
    ["evidence:sourced", []],
    ["version:3.15", ["collector-one", "naive-cafe", "mentions-it"]],
  ])("%s", (typed, ids) => expect(found(typed)).toEqual(ids));

  it("first the card that has a word by itself, then those that have it inside another", () => {
    expect(found("collector")).toEqual(["collector-one", "mentions-it"]);
  });

  it("every text literally when it is read as plain words", () => {
    for (const typed of ['"', "' OR 1=1--", "NEAR(", "topic:"]) expect(search(plainQuery(typed), entries, NOBODY)).toEqual([]);
    expect(search(plainQuery("(CAFÉ"), entries, NOBODY)).toEqual([]);
    expect(search(plainQuery("print(id"), entries, NOBODY).map(({ id }) => id)).toEqual(["naive-cafe"]);
  });
});

describe("an excerpt", () => {
  const excerpt = (typed: string, id: string) => search(plainQuery(typed), entries, NOBODY).find((hit) => hit.id === id)?.excerpt ?? [];

  it("is the line of the question with the words, and marks them", () => {
    expect(excerpt("lonely collector", "collector-one")).toEqual([
      { text: "When does the cyclic ", hit: false },
      { text: "collector", hit: true },
      { text: " find a ", hit: false },
      { text: "lonely", hit: true },
      { text: " cycle?", hit: false },
    ]);
  });

  it("is cut between words around the first hit", () => {
    const words = excerpt("characters", "mentions-it");
    const line = words.map(({ text }) => text).join("");
    expect(line).toMatch(/^… \w.*characters of text\.$/);
    expect(line.length).toBeLessThan(180);
  });

  it("is nothing where only the answer has the words", () => expect(excerpt("recall", "collector-one").filter(({ hit }) => hit)).toEqual([]));
});

describe("logic holds for any search", () => {
  const word = fc.constantFrom("cycle", "is", "cafe", "collector", "zzz", "a");
  const query: fc.Arbitrary<Query> = fc.oneof(word.map((text): Query => ({ type: "text", text, phrase: false })), fc.constantFrom("1", "2", "3").map((level): Query => ({ type: "field", field: "level", values: [level] })), fc.constantFrom<PersonalState>("due", "new").map((state): Query => ({ type: "is", states: [state] })));
  const inState = (id: string, state: PersonalState): boolean => (state === "due") === (id === "naive-cafe");
  const ids = (one: Query): Set<string> => new Set(entries.filter((entry) => matches(one, entry, inState)).map(({ id }) => id));

  it("all is the intersection, any the union, not the rest", () => {
    fc.assert(
      fc.property(query, query, (a, b) => {
        expect(ids({ type: "all", parts: [a, b] })).toEqual(new Set([...ids(a)].filter((id) => ids(b).has(id))));
        expect(ids({ type: "any", parts: [a, b] })).toEqual(new Set(entries.map(({ id }) => id).filter((id) => ids(a).has(id) || ids(b).has(id))));
        expect(ids({ type: "not", part: a })).toEqual(new Set(entries.map(({ id }) => id).filter((id) => !ids(a).has(id))));
        expect(ids({ type: "not", part: { type: "all", parts: [a, b] } })).toEqual(ids({ type: "any", parts: [{ type: "not", part: a }, { type: "not", part: b }] }));
      }),
    );
  });
});

describe("the reader's own cards", () => {
  const learned = { ...UNTOUCHED, schedule: { status: "learned", memory: UNSEEN, dueDay: 20, reviewedDay: 10, introducedDay: 1, lapses: LEECH_LAPSES } } as const;

  it("are due from their day on, unless they are put off", () => {
    expect(inPersonalState("card", learned, "due", 19, PLAIN)).toBe(false);
    expect(inPersonalState("card", learned, "due", 20, PLAIN)).toBe(true);
    expect(inPersonalState("card", { ...learned, buriedDay: 20 }, "due", 20, PLAIN)).toBe(false);
    expect(inPersonalState("card", { ...learned, suspended: true }, "due", 20, PLAIN)).toBe(false);
    expect(inPersonalState("card", { ...UNTOUCHED, brought: { day: 19, reason: "" } }, "due", 20, PLAIN)).toBe(true);
  });

  it("are due on the day of their last pass before an interview, and not on the day that they would have without it", () => {
    const planning = { lastPass: { firstDay: 15, interviewDay: 19 } };
    const days = Array.from({ length: 30 }, (_, day) => day).filter((day) => inPersonalState("card", learned, "due", day, planning));
    expect(days[0]).toBe(dueDayOf("card", learned.schedule, planning.lastPass));
    expect(days[0]).toBeGreaterThanOrEqual(15);
    expect(days[0]).toBeLessThan(19);
  });

  it("are leeches from so many lapses on, and new until the first answer", () => {
    expect(inPersonalState("card", learned, "leech", 1, PLAIN)).toBe(true);
    expect(inPersonalState("card", { ...learned, schedule: { ...learned.schedule, lapses: LEECH_LAPSES - 1 } }, "leech", 1, PLAIN)).toBe(false);
    expect([inPersonalState("card", UNTOUCHED, "new", 1, PLAIN), inPersonalState("card", learned, "new", 1, PLAIN), inPersonalState("card", learned, "learned", 1, PLAIN), inPersonalState("card", { ...learned, schedule: NEW }, "learned", 1, PLAIN)]).toEqual([true, false, true, false]);
  });

  it("are asked for wherever in the search the words stand", () => {
    const read = readQuery("a or -(b is:due) is:new,leech");
    expect(read.ok && read.query !== null && personalStatesIn(read.query)).toEqual(["due", "new", "leech"]);
  });
});

it("a card that could not be read has no entry to search", () => {
  expect(isSound(parseCard("no card"))).toBe(false);
});
