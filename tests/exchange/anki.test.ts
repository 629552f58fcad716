import { readAnkiPackage as readByOthers } from "anki-reader";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, loadCards } from "../../lib/cards/files.ts";
import { ankiTables, type AnkiReview } from "../../lib/exchange/anki.ts";
import { readAnkiPackage, writeAnkiPackage } from "../../lib/exchange/anki-file.ts";
import { unzip, zip } from "../../lib/exchange/archive.ts";

const NOW = Date.UTC(2026, 10, 29);
const cards = loadCards([CARDS_FOLDER], CARDS_FOLDER).flatMap(({ text, card }) => (isSound(card) ? [{ text, card }] : []));
const review = (cardId: string, at: number, more: Partial<AnkiReview> = {}): AnkiReview => ({ cardId, at, ease: 3, interval: 6, lastInterval: 1, easiness: 2.5, milliseconds: 4000, kind: "review", ...more });

function open(bytes: Uint8Array): Database.Database {
  const file = unzip(bytes, (name) => name === "collection.anki2").get("collection.anki2");
  return new Database(Buffer.from(file ?? []), { readonly: true });
}

interface Others {
  readonly getDecks: () => Record<string, { readonly getRawDeck: () => { readonly name: string }; readonly getCards: () => Record<string, { readonly getRawCard: () => object }> }>;
}

describe("an Anki package", () => {
  it("is read by a reader that others wrote: a deck for each topic, a card for each of ours", async () => {
    const { collection } = (await readByOthers(new Blob([writeAnkiPackage(ankiTables(cards, NOW)) as Uint8Array<ArrayBuffer>]) as never)) as unknown as { collection: Others };
    const decks = Object.values(collection.getDecks());
    const topics = new Set(cards.map(({ card }) => card.front.topic));
    expect(decks.filter((deck) => deck.getRawDeck().name.startsWith("Heapwise::"))).toHaveLength(topics.size);
    expect(decks.reduce((sum, deck) => sum + Object.keys(deck.getCards()).length, 0)).toBe(cards.length);
  });

  it("has our id as GUID and one note type, whenever it is written, so that a second import makes nothing new", () => {
    const guids = (now: number) => {
      const db = open(writeAnkiPackage(ankiTables(cards, now)));
      const rows = db.prepare("SELECT guid, mid FROM notes ORDER BY guid").all() as { guid: string; mid: number }[];
      db.close();
      return rows;
    };
    expect(guids(NOW)).toEqual(guids(NOW + 86_400_000));
    expect(guids(NOW).map((row) => row.guid)).toEqual(cards.map(({ card }) => card.front.id).sort());
  });

  it("is a sound database whose rows refer to each other", () => {
    const db = open(writeAnkiPackage(ankiTables(cards, NOW)));
    expect(db.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(db.prepare("SELECT count(*) AS n FROM cards JOIN notes ON notes.id = cards.nid").get()).toEqual({ n: cards.length });
    const { decks, models } = db.prepare("SELECT decks, models FROM col").get() as { decks: string; models: string };
    const used = db.prepare("SELECT DISTINCT did FROM cards").all() as { did: number }[];
    expect(used.every(({ did }) => String(did) in JSON.parse(decks))).toBe(true);
    expect(Object.keys(JSON.parse(models))).toHaveLength(1);
    db.close();
  });

  it("carries the review log: each answer once, in order, with its grade, intervals and easiness", () => {
    const [first, second] = cards.map(({ card }) => card.front.id);
    const log = [review(first ?? "", NOW - 6 * 86_400_000, { kind: "learn", interval: 1, lastInterval: 0 }), review(first ?? "", NOW - 5 * 86_400_000), review(second ?? "", NOW - 5 * 86_400_000, { ease: 1, easiness: 1.7 }), review("gone", NOW)];
    const db = open(writeAnkiPackage(ankiTables(cards, NOW, log)));
    const rows = db.prepare("SELECT notes.guid AS guid, ease, revlog.ivl AS ivl, lastIvl, revlog.factor AS factor, revlog.type AS type FROM revlog JOIN cards ON cards.id = revlog.cid JOIN notes ON notes.id = cards.nid ORDER BY revlog.id").all();
    expect(rows).toEqual([
      { guid: first, ease: 3, ivl: 1, lastIvl: 0, factor: 2500, type: 0 },
      { guid: first, ease: 3, ivl: 6, lastIvl: 1, factor: 2500, type: 1 },
      { guid: second, ease: 1, ivl: 6, lastIvl: 1, factor: 1700, type: 1 },
    ]);
    const state = db.prepare("SELECT cards.type AS type, due, cards.ivl AS ivl, reps, lapses FROM cards JOIN notes ON notes.id = cards.nid WHERE guid = ?").get(first);
    expect(state).toEqual({ type: 2, due: 1, ivl: 6, reps: 2, lapses: 0 });
    db.close();
  });

  it("of other programs comes in as drafts, and what is lost is named", () => {
    const db = new Database(":memory:");
    db.exec("CREATE TABLE col (models text); CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, tags text, flds text); CREATE TABLE revlog (id integer PRIMARY KEY)");
    db.prepare("INSERT INTO col VALUES (?)").run(JSON.stringify({ 1: { name: "Basic", type: 0, flds: [{ name: "Front" }, { name: "Back" }, { name: "Extra" }] }, 2: { name: "Cloze", type: 1, flds: [{ name: "Text" }] } }));
    const add = db.prepare("INSERT INTO notes (guid, mid, tags, flds) VALUES (?, ?, ?, ?)");
    add.run("a", 1, " gil threads ", "What is the <b>GIL</b>?<br>In &lt;CPython&gt;\u001fA lock: <pre><code>a = 1\nb = 2</code></pre>\u001fmore");
    add.run("b", 2, "", "{{c1::x}} is y");
    add.run("c", 1, "", "q<img src=x>\u001fa [sound:x.mp3]\u001f");
    db.prepare("INSERT INTO revlog VALUES (1)").run();
    const read = readAnkiPackage(zip(new Map<string, string | Uint8Array>([["collection.anki2", new Uint8Array(db.serialize())], ["media", "{}"]])));
    db.close();
    expect(read.own).toEqual([]);
    expect(read.cards).toEqual([
      { place: "note a", question: "What is the GIL?\nIn <CPython>", answer: "A lock: \n```\na = 1\nb = 2\n```", tags: ["gil", "threads"] },
      { place: "note c", question: "q", answer: "a ", tags: [] },
    ]);
    expect(read.losses.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      "package: the review log and schedules: cards start as new ones",
      "note a: the field Extra",
      "note b: a cloze note: write it as questions",
      "note c: img: cards here have none",
      "note c: sound: cards here have none",
    ]);
  });

  it("in the newer format is refused with the way out", () => {
    const bytes = zip(new Map([["collection.anki21b", "x"], ["collection.anki2", "x"]]));
    expect(() => readAnkiPackage(bytes)).toThrow('export it with "Support older Anki versions" ticked');
    expect(() => readAnkiPackage(zip(new Map([["other", "x"]])))).toThrow("holds no collection of Anki");
  });
});
