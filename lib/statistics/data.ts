import "server-only";
import { db } from "../db/client.ts";
import { LEECH_LAPSES } from "../reviews/personal-states.ts";
import { harmOf, medianOf, SURE } from "./harm.ts";
import type { CardStatistics } from "./types.ts";

/** Times are taken from so many of the newest answers of the whole library. */
const TIMES_AT_MOST = 20_000;
const PASS = 3;

/** The revisions of published cards since each card's answer was last corrected: answers to older ones say nothing of the text there is now. */
async function readValidRevisions(): Promise<Set<string>> {
  const rows = await (await db()).cardRevision.findMany({ where: { card: { status: "PUBLISHED" } }, select: { id: true, cardId: true, number: true, editClass: true } });
  const since = new Map<string, number>();
  for (const { cardId, number, editClass } of rows) if (editClass === "CORRECT" && number > (since.get(cardId) ?? 0)) since.set(cardId, number);
  return new Set(rows.filter(({ cardId, number }) => number >= (since.get(cardId) ?? 0)).map(({ id }) => id));
}

/** An `in` of SQLite takes some thousand values. */
const AT_ONCE = 5_000;

/** The answers that were taken back: they say nothing of a card. */
async function readTakenBack() {
  const events = (await db()).reviewEvent;
  const undos = await events.findMany({ where: { kind: "undo", undoes: { not: null } }, select: { userId: true, undoes: true } });
  const taken = new Set(undos.map(({ userId, undoes }) => `${userId} ${undoes}`));
  const ids = [...new Set(undos.flatMap(({ undoes }) => undoes ?? []))];
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
      events.findMany({ where: { kind: "review", id: { in: ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE) } }, select: { userId: true, id: true, cardId: true, revisionId: true, grade: true, confidence: true } }),
    ),
  );
  return parts.flat().filter(({ userId, id }) => taken.has(`${userId} ${id}`)).map((one) => ({ ...one, _count: { _all: -1 } }));
}

async function readAnswerCounts() {
  const events = (await db()).reviewEvent;
  const [valid, takenBack, groups, sure, times] = await Promise.all([
    readValidRevisions(),
    readTakenBack(),
    events.groupBy({ by: ["cardId", "revisionId", "grade"], where: { kind: "review" }, _count: { _all: true } }),
    events.groupBy({ by: ["cardId", "revisionId"], where: { kind: "review", confidence: { gte: SURE }, grade: { lt: PASS } }, _count: { _all: true } }),
    events.findMany({ where: { kind: "review", durationMs: { not: null } }, orderBy: { seq: "desc" }, take: TIMES_AT_MOST, select: { cardId: true, durationMs: true } }),
  ]);
  const sum = <Row extends { readonly cardId: string; readonly revisionId: string; readonly _count: { readonly _all: number } }>(rows: readonly Row[]): Map<string, number> => {
    const totals = new Map<string, number>();
    for (const { cardId, revisionId, _count } of rows) if (valid.has(revisionId)) totals.set(cardId, (totals.get(cardId) ?? 0) + _count._all);
    return totals;
  };
  const durations = new Map<string, number[]>();
  for (const { cardId, durationMs } of times) {
    const own = durations.get(cardId);
    if (own === undefined) durations.set(cardId, [durationMs ?? 0]);
    else own.push(durationMs ?? 0);
  }
  const failed = ({ grade }: { readonly grade: number | null }): boolean => (grade ?? 0) < PASS;
  return {
    answers: sum([...groups, ...takenBack]),
    failed: sum([...groups, ...takenBack].filter(failed)),
    sureAndWrong: sum([...sure, ...takenBack.filter((one) => failed(one) && (one.confidence ?? 0) >= SURE)]),
    durations,
  };
}

/** Every published card with its figures, the most harmful first. */
export async function readCardStatistics(): Promise<CardStatistics[]> {
  const database = await db();
  const [cards, counts, learners, leeches, flags] = await Promise.all([
    database.card.findMany({ where: { status: "PUBLISHED" }, select: { id: true, title: true, topic: true } }),
    readAnswerCounts(),
    database.cardState.groupBy({ by: ["cardId"], where: { introducedDay: { not: null } }, _count: { _all: true } }),
    database.cardState.groupBy({ by: ["cardId"], where: { lapses: { gte: LEECH_LAPSES } }, _count: { _all: true } }),
    database.cardFlag.groupBy({ by: ["cardId"], where: { status: "OPEN" }, _count: { _all: true } }),
  ]);
  const byCard = (rows: readonly { readonly cardId: string; readonly _count: { readonly _all: number } }[]) => new Map(rows.map(({ cardId, _count }) => [cardId, _count._all]));
  const [learnt, stuck, flagged] = [byCard(learners), byCard(leeches), byCard(flags)];
  const rows = cards.map(({ id, title, topic }): CardStatistics => {
    const of = (map: ReadonlyMap<string, number>): number => map.get(id) ?? 0;
    const own = { learners: of(learnt), answers: of(counts.answers), failed: of(counts.failed), leeches: of(stuck), sureAndWrong: of(counts.sureAndWrong), openFlags: of(flagged) };
    return { cardId: id, title, topic, ...own, medianMs: medianOf(counts.durations.get(id) ?? []), harm: harmOf(own) };
  });
  return rows.toSorted((a, b) => b.harm - a.harm || b.answers - a.answers || (a.cardId < b.cardId ? -1 : 1));
}
