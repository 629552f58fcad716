import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildQueue, type Candidate, type DailyLimits, interleave } from "../../lib/scheduling/queue.ts";

const TODAY = 20_000;
const PLENTY: DailyLimits = { newPerDay: 100, reviewsPerDay: 100, newDone: 0, reviewsDone: 0 };

function card(cardId: string, about: Partial<Candidate> = {}): Candidate {
  return { cardId, topic: "identity", level: 1, followups: [], prerequisites: [], dueDay: null, answeredDay: null, drilling: false, brought: false, ...about };
}

const due = (cardId: string, about: Partial<Candidate> = {}): Candidate => card(cardId, { dueDay: TODAY, answeredDay: TODAY - 6, ...about });

const deck = fc
  .array(
    fc.record({
      topic: fc.constantFrom("gil", "identity", "closures"),
      level: fc.integer({ min: 1, max: 4 }),
      dueDay: fc.option(fc.integer({ min: TODAY - 5, max: TODAY + 5 }), { nil: null }),
      link: fc.nat(30),
      drilling: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, index) => {
      const drilling = row.drilling && row.dueDay !== null && row.dueDay > TODAY;
      return card(`card-${index}`, {
        topic: row.topic,
        level: row.level,
        dueDay: row.dueDay,
        answeredDay: row.dueDay === null ? null : drilling ? TODAY : TODAY - 6,
        followups: [`card-${row.link}`],
        drilling,
      });
    }),
  );

describe("today's queue", () => {
  test("a card that was brought forward comes first, new or not yet due, even where the limits are used up, and keeps its follow-ups for later", () => {
    const cards = [due("due"), card("new"), card("asked-for", { brought: true, followups: ["due"] }), card("early", { brought: true, dueDay: TODAY + 9, answeredDay: TODAY - 6 })];
    const queue = buildQueue(cards, { newPerDay: 0, reviewsPerDay: 0, newDone: 0, reviewsDone: 0 }, TODAY, "seed");
    expect([...queue.cardIds].sort()).toEqual(["asked-for", "early"]);
    const more = buildQueue(cards, PLENTY, TODAY, "seed");
    expect(more.counts).toEqual({ drilling: 0, brought: 2, due: 0, new: 1 });
    expect(more.cardIds.at(-1)).toBe("new");
    expect(buildQueue(cards, { ...PLENTY, newPerDay: 1 }, TODAY, "seed").counts).toMatchObject({ brought: 2, new: 0 });
  });

  test("due cards come before new ones, and cards of later days not at all", () => {
    const queue = buildQueue([card("new-one"), due("due-one"), due("tomorrow", { dueDay: TODAY + 1 })], PLENTY, TODAY, "seed");
    expect(queue.cardIds).toEqual(["due-one", "new-one"]);
    expect(queue.counts).toEqual({ drilling: 0, brought: 0, due: 1, new: 1 });
  });

  test("the limits of the day count what is done already, and the longest overdue go first", () => {
    const cards = [due("fresh"), due("old", { dueDay: TODAY - 9 }), due("older", { dueDay: TODAY - 30 }), card("n1"), card("n2")];
    const queue = buildQueue(cards, { newPerDay: 3, newDone: 2, reviewsPerDay: 5, reviewsDone: 3 }, TODAY, "seed");
    expect(new Set(queue.cardIds.slice(0, 2))).toEqual(new Set(["older", "old"]));
    expect(queue.cardIds).toHaveLength(3);
    expect(queue.keptBack).toEqual({ byLimit: 2, byRelation: 0 });
  });

  test("a limit that was lowered below what is done asks for nothing", () => {
    const queue = buildQueue([due("d"), card("n")], { newPerDay: 1, newDone: 5, reviewsPerDay: 2, reviewsDone: 7 }, TODAY, "seed");
    expect(queue.cardIds).toEqual([]);
  });

  test("a card still drilled today comes first and uses up no limit", () => {
    const cards = [due("d"), due("drilled", { dueDay: TODAY + 1, answeredDay: TODAY, drilling: true })];
    expect(buildQueue(cards, { ...PLENTY, reviewsPerDay: 1, reviewsDone: 1 }, TODAY, "seed").cardIds).toEqual(["drilled"]);
  });

  test("a card answered today is not asked again", () => {
    expect(buildQueue([due("done", { answeredDay: TODAY })], PLENTY, TODAY, "seed").cardIds).toEqual([]);
  });

  test("a follow-up waits for another day if its card is asked or was asked today", () => {
    const parent = due("parent", { followups: ["child"] });
    expect(buildQueue([card("child"), parent], PLENTY, TODAY, "seed").cardIds).toEqual(["parent"]);
    expect(buildQueue([due("child", { dueDay: TODAY - 1 }), parent], PLENTY, TODAY, "seed").cardIds).toEqual(["child"]);
    const asked = { ...parent, dueDay: TODAY + 15, answeredDay: TODAY };
    expect(buildQueue([card("child"), asked], PLENTY, TODAY, "seed").keptBack).toEqual({ byLimit: 0, byRelation: 1 });
  });

  test("new cards come by level, those with an unlearned prerequisite last", () => {
    const cards = [card("staff", { level: 4 }), card("needs", { prerequisites: ["staff"] }), card("junior")];
    const queue = buildQueue(cards, { ...PLENTY, newPerDay: 2 }, TODAY, "seed");
    expect(new Set(queue.cardIds)).toEqual(new Set(["junior", "staff"]));
  });

  test("the same seed gives the same queue whatever the order of the cards; another seed another one", () => {
    const cards = Array.from({ length: 12 }, (_, index) => card(`card-${index}`, { topic: `topic-${index}` }));
    const queue = buildQueue(cards, PLENTY, TODAY, "user:20000").cardIds;
    expect(buildQueue([...cards].reverse(), PLENTY, TODAY, "user:20000").cardIds).toEqual(queue);
    expect(buildQueue(cards, PLENTY, TODAY, "user:20001").cardIds).not.toEqual(queue);
  });

  test("no card is asked twice or beyond the limits, and no two related cards meet", () => {
    fc.assert(
      fc.property(deck, fc.nat(10), fc.nat(10), (cards, newPerDay, reviewsPerDay) => {
        const queue = buildQueue(cards, { newPerDay, reviewsPerDay, newDone: 0, reviewsDone: 0 }, TODAY, "seed");
        const byId = new Map(cards.map((one) => [one.cardId, one]));
        const asked = queue.cardIds.flatMap((id) => byId.get(id) ?? []);
        expect(new Set(queue.cardIds).size).toBe(queue.cardIds.length);
        expect(queue.counts.new).toBeLessThanOrEqual(newPerDay);
        expect(queue.counts.due).toBeLessThanOrEqual(reviewsPerDay);
        const rank = asked.map((one) => (one.drilling ? 0 : one.dueDay !== null ? 1 : 2));
        expect(rank).toEqual([...rank].sort());
        for (const one of asked) {
          if (one.drilling) continue;
          for (const id of one.followups) if (id !== one.cardId) expect(queue.cardIds).not.toContain(id);
        }
      }),
    );
  });
});

describe("topics alternate", () => {
  test("two cards of a topic meet only where the topic outnumbers all others together", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 }), (topics) => {
        const order = interleave(topics.map((topic, index) => card(`card-${index}`, { topic }))).map((one) => one.topic);
        expect([...order].sort()).toEqual([...topics].sort());
        const most = Math.max(0, ...["a", "b", "c", "d"].map((topic) => topics.filter((one) => one === topic).length));
        const meetings = order.filter((topic, index) => index > 0 && topic === order[index - 1]).length;
        expect(meetings).toBe(Math.max(0, most - 1 - (topics.length - most)));
      }),
    );
  });
});
