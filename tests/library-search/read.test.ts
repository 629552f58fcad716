import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { PERSONAL_STATES, type Query } from "../../lib/content/search/query.ts";
import { QUERY_AT_MOST, readQuery } from "../../lib/content/search/read.ts";
import { writeQuery } from "../../lib/content/search/write.ts";

const text = (one: string): Query => ({ type: "text", text: one, phrase: false });
const read = (typed: string): Query | null => {
  const result = readQuery(typed);
  if (!result.ok) throw new Error(result.problem.message);
  return result.query;
};

/** The text with the place of its problem between arrows, and the problem. */
const problemOf = (typed: string): [string, string] => {
  const result = readQuery(typed);
  if (result.ok) throw new Error(`"${typed}" could be read`);
  const { start, end, message } = result.problem;
  return [`${typed.slice(0, start)}→${typed.slice(start, end)}←${typed.slice(end)}`, message];
};

describe("a search is read as", () => {
  it.each<[string, Query | null]>([
    ["", null],
    ["  \u0000 ", null],
    ["Réf COUNT", { type: "all", parts: [text("ref"), text("count")] }],
    ['"is  not" None', { type: "all", parts: [{ type: "text", text: "is not", phrase: true }, text("none")] }],
    ["is not", { type: "all", parts: [text("is"), text("not")] }],
    ["gc or weakref leak", { type: "any", parts: [text("gc"), { type: "all", parts: [text("weakref"), text("leak")] }] }],
    ["(gc OR weakref) leak", { type: "all", parts: [{ type: "any", parts: [text("gc"), text("weakref")] }, text("leak")] }],
    ["-gc -(a or b)", { type: "all", parts: [{ type: "not", part: text("gc") }, { type: "not", part: { type: "any", parts: [text("a"), text("b")] } }] }],
    ["topic:gil,async -kind:fix", { type: "all", parts: [{ type: "field", field: "topic", values: ["gil", "async"] }, { type: "not", part: { type: "field", field: "kind", values: ["fix"] } }] }],
    ['topic:"the gil"', { type: "field", field: "topic", values: ["gil"] }],
    ["level:2-3,staff", { type: "field", field: "level", values: ["2", "3", "4"] }],
    ["VERSION:3.13-3.15", { type: "field", field: "version", values: ["3.13", "3.14", "3.15"] }],
    ["is:due,leech", { type: "is", states: ["due", "leech"] }],
    ['tag:"value stack"', { type: "field", field: "tag", values: ["value stack"] }],
  ])("%s", (typed, query) => expect(read(typed)).toEqual(query));

  it.each(["id([])", "print(a is b)", "x:int", "lambda x: x", "a[1:2]", "http://example.org", "foo(bar(1))", "a-b", "don't", "%", "_", "*", "1=1--", "- 1", "::", "🐍"])("plain words where it is Python or prose: %s", (typed) => {
    const query = read(typed);
    const words = query?.type === "all" ? query.parts : [query];
    expect(words.map((one) => (one?.type === "text" ? one.text : one?.type))).toEqual(typed.toLowerCase().split(" "));
  });
});

describe("what is wrong with a search is said at its place:", () => {
  it.each<[string, string, RegExp]>([
    ['a "b c', 'a →"b c←', /not closed/],
    ['a ""', 'a →""←', /nothing between/],
    ["a topc:gil", "a →topc←:gil", /no filter "topc:"\. Did you mean topic:\?/],
    ["author:guido", "→author←:guido", /The filters are topic, kind/],
    ["topic:gli x", "topic:→gli← x", /Did you mean gil\?/],
    ["kind:essay", "kind:→essay←", /write predict, recall, explain or fix/],
    ["topic:gil,asink", "topic:gil,→asink←", /Did you mean async\?/],
    ["level:3-2", "level:→3-2←", /runs backwards: write 2-3/],
    ["version:2.7", "version:→2.7←", /not one of the known versions/],
    ["is:overdue", "is:→overdue←", /due, leech, new/],
    ["topic: gil", "→topic:← gil", /right after the colon, such as topic:closures/],
    ['tag:a"b"', 'tag:a→"←b"', /Leave a blank/],
    ["(a or b", "→(←a or b", /bracket is not closed/],
    ["(a) b )", "(a) b →)←", /closes none/],
    [")", "→)←", /closes none/],
    ["(", "→(←", /nothing in these brackets/],
    ["a ()", "a →()←", /nothing in these brackets/],
    ["or a", "→or← a", /nothing before this "or"/],
    ["a or", "a →or←", /nothing after this "or"/],
    ["a or or b", "a →or← or b", /nothing after this "or"/],
    ["a -or b", "a →-←or b", /excludes what follows/],
    ["(-)", "(→-←)", /excludes what follows/],
  ])("%s", (typed, place, message) => {
    const [at, said] = problemOf(typed);
    expect(at).toBe(place);
    expect(said).toMatch(message);
  });
});

const atom: fc.Arbitrary<Query> = fc.oneof(
  fc.stringMatching(/^[a-z_.]{1,9}$/).filter((word) => word !== "or").map(text),
  fc.stringMatching(/^[a-z(]{1,5}( [a-z):-]{1,5}){0,2}$/).map((phrase): Query => ({ type: "text", text: phrase, phrase: true })),
  fc.uniqueArray(fc.constantFrom(...TOPIC_IDS), { minLength: 1, maxLength: 3 }).map((values): Query => ({ type: "field", field: "topic", values })),
  fc.uniqueArray(fc.constantFrom(...VERSIONS), { minLength: 1, maxLength: 3 }).map((values): Query => ({ type: "field", field: "version", values })),
  fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}( [a-z-]{1,4})?$/), { minLength: 1, maxLength: 2 }).map((values): Query => ({ type: "field", field: "tag", values })),
  fc.uniqueArray(fc.constantFrom(...PERSONAL_STATES), { minLength: 1, maxLength: 3 }).map((states): Query => ({ type: "is", states })),
);

const tree = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    tie("query").map((part): Query => ({ type: "not", part })),
    fc.array(tie("query"), { minLength: 2, maxLength: 3 }).map((parts): Query => ({ type: "all", parts })),
    fc.array(tie("query"), { minLength: 2, maxLength: 3 }).map((parts): Query => ({ type: "any", parts })),
  ),
})).query;

describe("for any search", () => {
  it("what is written from a query is read as that query", () => {
    fc.assert(
      fc.property(tree, (query) => {
        const typed = writeQuery(query);
        fc.pre(typed.length <= QUERY_AT_MOST);
        expect(read(typed)).toEqual(query);
      }),
    );
  });

  it("reading ends with a query, or with a sentence about a place in the text", () => {
    const pieces = fc.constantFrom("(", ")", '"', "-", ":", ",", " ", "or", "topic:", "is:", "gil", "due", "é", "\u0000", "\u202e", "½", "🐍", "\ud800");
    const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")));
    fc.assert(
      fc.property(anything, (typed) => {
        const result = readQuery(typed);
        if (result.ok) return;
        const { start, end, message } = result.problem;
        expect(message).toMatch(/^["A-Z].*[.?]$/s);
        expect(0 <= start && start < end && end <= Math.min(typed.length, QUERY_AT_MOST)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
