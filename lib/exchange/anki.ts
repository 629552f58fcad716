import { createHash } from "node:crypto";
import { TOPICS, type TopicId } from "../cards/topics.ts";
import { toHtml } from "./html.ts";
import type { OutgoingCard } from "./pack.ts";

/** Ours in every collection: a second import finds the note type it knows, not a new one. */
export const NOTE_TYPE = 1_795_900_000_001;
const FIRST_DECK = 1_795_900_001_000;

/** The fields of our note type. The last holds the card's file, letter by letter. */
export const FIELDS = ["Question", "Answer", "Why", "Card", "Markdown"] as const;

/** One answer in the review log. */
export interface AnkiReview {
  readonly cardId: string;
  /** UTC ms. */
  readonly at: number;
  /** 1 Again to 4 Easy. */
  readonly ease: 1 | 2 | 3 | 4;
  /** Days until the next review, and what they were before. */
  readonly interval: number;
  readonly lastInterval: number;
  readonly easiness: number;
  readonly milliseconds: number;
  readonly kind: "learn" | "review" | "relearn";
}

/** The tables of a collection of schema 11, as rows in the order of their columns (anki, rslib/src/storage/schema11.sql). */
export interface AnkiTables {
  readonly col: readonly unknown[];
  readonly notes: readonly (readonly unknown[])[];
  readonly cards: readonly (readonly unknown[])[];
  readonly revlog: readonly (readonly unknown[])[];
}

const STYLE = ".card { font-family: sans-serif; font-size: 18px; text-align: left; max-width: 42em; margin: 0 auto; } pre { background: #f3f3f1; color: #222; padding: 0.6em; overflow-x: auto; } .nightMode pre { background: #2c2c2a; color: #eee; }";

function noteType(seconds: number): object {
  return {
    id: NOTE_TYPE, name: "Heapwise card", type: 0, mod: seconds, usn: -1, sortf: 0, did: FIRST_DECK, css: STYLE, latexPre: "", latexPost: "", latexsvg: false, tags: [], vers: [], req: [[0, "any", [0]]],
    flds: FIELDS.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: "Arial", size: 20, media: [] })),
    tmpls: [{ name: "Card 1", ord: 0, did: null, bqfmt: "", bafmt: "", qfmt: "{{Question}}", afmt: "{{FrontSide}}<hr id=answer>{{Answer}}{{#Why}}<hr>{{Why}}{{/Why}}" }],
  };
}

function deck(id: number, name: string, seconds: number): object {
  const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
  return { id, name, mod: seconds, usn: -1, ...today, collapsed: false, browserCollapsed: false, desc: "", dyn: 0, conf: 1, extendNew: 0, extendRev: 0 };
}

const DECK_OPTIONS = {
  id: 1, name: "Default", mod: 0, usn: 0, maxTaken: 60, autoplay: true, timer: 0, replayq: true, dyn: false,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};

const deckOf = (topic: TopicId): number => FIRST_DECK + 1 + TOPICS.findIndex((one) => one.id === topic);

function collection(cards: readonly OutgoingCard[], now: number): unknown[] {
  const seconds = Math.floor(now / 1000);
  const topics = TOPICS.filter((topic) => cards.some(({ card }) => card.front.topic === topic.id));
  const decks = [deck(1, "Default", 0), deck(FIRST_DECK, "Heapwise", seconds), ...topics.map((topic) => deck(deckOf(topic.id), `Heapwise::${topic.title}`, seconds))];
  const conf = { nextPos: cards.length + 1, estTimes: true, activeDecks: [1], sortType: "noteFld", timeLim: 0, sortBackwards: false, addToCur: true, curDeck: 1, newSpread: 0, dueCounts: true, curModel: NOTE_TYPE, collapseTime: 1200 };
  const byId = (all: readonly object[]): string => JSON.stringify(Object.fromEntries(all.map((one) => [(one as { id: number }).id, one])));
  return [1, seconds, now, now, 11, 0, -1, 0, JSON.stringify(conf), byId([noteType(seconds)]), byId(decks), byId([DECK_OPTIONS]), "{}"];
}

/** Anki's check sum of a note: the first eight hex digits of the SHA-1 of its first field without mark-up. */
function checksum(text: string): number {
  return Number.parseInt(createHash("sha1").update(text).digest("hex").slice(0, 8), 16);
}

function note({ text, card }: OutgoingCard, id: number, seconds: number): unknown[] {
  const { front, question, answer, why } = card;
  const fields = [toHtml(question), toHtml(answer), toHtml(why), front.id, text].map((field) => field.replaceAll("\u001f", " "));
  const plain = (fields[0] ?? "").replace(/<[^>]*>/g, "").trim();
  const tags = ["heapwise", front.topic, front.kind, `level-${front.level}`, ...front.tags].map((tag) => tag.replace(/\s+/g, "-"));
  return [id, front.id, NOTE_TYPE, seconds, -1, ` ${tags.join(" ")} `, fields.join("\u001f"), plain, checksum(plain), 0, ""];
}

const REVIEW_KINDS = { learn: 0, review: 1, relearn: 2 } as const;

/**
 * A collection with a note and a card for each of ours, in a deck for each topic. The note's GUID is the card's id, so
 * a second import changes notes and makes none. With reviews the card has its history; what is due follows from it when
 * Anki is told to reschedule, since the two programs do not agree on what an interval means.
 */
export function ankiTables(cards: readonly OutgoingCard[], now: number, reviews: readonly AnkiReview[] = []): AnkiTables {
  const seconds = Math.floor(now / 1000);
  const numbered = cards.map((outgoing, index) => ({ outgoing, note: now + 2 * index, card: now + 2 * index + 1, position: index + 1 }));
  const cardNumbers = new Map(numbered.map(({ outgoing, card }) => [outgoing.card.front.id, card]));
  const counts = new Map<string, { reps: number; lapses: number; last: AnkiReview }>();
  for (const review of [...reviews].sort((a, b) => a.at - b.at)) {
    const known = counts.get(review.cardId);
    counts.set(review.cardId, { reps: (known?.reps ?? 0) + 1, lapses: (known?.lapses ?? 0) + (review.kind === "review" && review.ease === 1 ? 1 : 0), last: review });
  }
  const scheduling = (id: string, position: number): unknown[] => {
    const count = counts.get(id);
    if (count === undefined) return [0, 0, position, 0, 0, 0, 0];
    const { last, reps, lapses } = count;
    const due = Math.max(0, Math.ceil((last.at - now) / 86_400_000) + last.interval);
    return [2, 2, due, Math.max(1, last.interval), Math.round(last.easiness * 1000), reps, lapses];
  };
  // The log's key is its time: two answers of one millisecond would be one.
  const times = new Set<number>();
  const unique = (at: number): number => {
    let time = at;
    while (times.has(time)) time += 1;
    times.add(time);
    return time;
  };
  return {
    col: collection(cards, now),
    notes: numbered.map((one) => note(one.outgoing, one.note, seconds)),
    cards: numbered.map((one) => [one.card, one.note, deckOf(one.outgoing.card.front.topic), 0, seconds, -1, ...scheduling(one.outgoing.card.front.id, one.position), 0, 0, 0, 0, ""]),
    revlog: reviews.flatMap((review) => {
      const card = cardNumbers.get(review.cardId);
      return card === undefined ? [] : [[unique(review.at), card, -1, review.ease, review.interval, review.lastInterval, Math.round(review.easiness * 1000), Math.min(review.milliseconds, 60_000), REVIEW_KINDS[review.kind]]];
    }),
  };
}
