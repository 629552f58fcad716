import Database from "better-sqlite3";
import { unzip, zip } from "./archive.ts";
import { FIELDS, NOTE_TYPE, type AnkiTables } from "./anki.ts";
import type { ForeignCards } from "./hashcards.ts";
import type { Foreign } from "./draft.ts";
import { fromHtml } from "./html.ts";
import { checkCount, ExchangeError, type IncomingCard, type Loss } from "./pack.ts";

/** Schema 11 of a collection: the one that every version of Anki reads. */
const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
`;

function insert(db: Database.Database, table: string, rows: readonly (readonly unknown[])[]): void {
  const first = rows[0];
  if (first === undefined) return;
  const statement = db.prepare(`INSERT INTO ${table} VALUES (${first.map(() => "?").join(", ")})`);
  for (const row of rows) statement.run(...row);
}

/** The collection as an .apkg file, which Anki imports. */
export function writeAnkiPackage(tables: AnkiTables): Uint8Array {
  const db = new Database(":memory:");
  try {
    db.exec(SCHEMA);
    db.transaction(() => {
      insert(db, "col", [tables.col]);
      insert(db, "notes", tables.notes);
      insert(db, "cards", tables.cards);
      insert(db, "revlog", tables.revlog);
    })();
    return zip(new Map<string, string | Uint8Array>([["collection.anki2", new Uint8Array(db.serialize())], ["media", "{}"]]));
  } finally {
    db.close();
  }
}

interface NoteRow {
  readonly guid: string;
  readonly mid: number;
  readonly tags: string;
  readonly flds: string;
}

interface NoteType {
  readonly name: string;
  readonly type: number;
  readonly flds: readonly { readonly name: string }[];
}

/** What a package holds: notes of our own type as the cards that they are, others as questions and answers. */
export interface AnkiContent extends ForeignCards {
  readonly own: readonly IncomingCard[];
}

/** The names of a collection in a package, the newest that can be read first. */
const COLLECTIONS = ["collection.anki21", "collection.anki2"];

/** Reads an .apkg file of Anki. */
export function readAnkiPackage(bytes: Uint8Array): AnkiContent {
  const files = unzip(bytes, (name) => COLLECTIONS.includes(name) || name === "collection.anki21b");
  const file = COLLECTIONS.map((name) => files.get(name)).find((one) => one !== undefined);
  if (files.has("collection.anki21b") || file === undefined) {
    const fault = file === undefined && !files.has("collection.anki21b") ? "the archive holds no collection of Anki" : "the package is in Anki's newer format";
    throw new ExchangeError(`${fault}: export it with "Support older Anki versions" ticked`);
  }
  const { notes, types, media } = readCollection(file);
  checkCount(notes.length);
  const own: IncomingCard[] = [];
  const cards: Foreign[] = [];
  const losses: Loss[] = media ? [{ place: "package", what: "the review log and schedules: cards start as new ones" }] : [];
  for (const note of notes) {
    const fields = note.flds.split("\u001f");
    if (note.mid === NOTE_TYPE && fields.length === FIELDS.length) own.push({ place: note.guid, text: fields.at(-1) ?? "" });
    else foreign(note, fields, types.get(String(note.mid)), cards, losses);
  }
  return { own, cards, losses };
}

function readCollection(file: Uint8Array): { readonly notes: NoteRow[]; readonly types: Map<string, NoteType>; readonly media: boolean } {
  let db: Database.Database;
  try {
    db = new Database(Buffer.from(file), { readonly: true });
  } catch (problem) {
    throw new ExchangeError(`the collection cannot be read: ${String(problem)}`);
  }
  try {
    checkTables(db);
    const notes = db.prepare("SELECT guid, mid, tags, flds FROM notes ORDER BY id LIMIT 5000").all() as NoteRow[];
    const { models } = db.prepare("SELECT models FROM col").get() as { models: string };
    const { count } = db.prepare("SELECT count(*) AS count FROM revlog").get() as { count: number };
    return { notes, types: new Map(Object.entries(JSON.parse(models) as Record<string, NoteType>)), media: count > 0 };
  } catch (problem) {
    throw new ExchangeError(`the collection cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
  } finally {
    db.close();
  }
}

/** The tables that are read must be plain ones: a view or a computed column of that name would run a program of whoever made the file. */
function checkTables(db: Database.Database): void {
  const rows = db.prepare("SELECT type, sql FROM sqlite_master WHERE lower(name) IN ('notes', 'col', 'revlog')").all() as { readonly type: string; readonly sql: string | null }[];
  if (rows.length !== 3 || rows.some(({ type, sql }) => type !== "table" || !/^\s*create\s+table\b/i.test(sql ?? "") || /\b(as|generated)\b/i.test(sql ?? ""))) throw new Error("its tables are not Anki's");
}

/** A note of another type: its first field asks, its second answers. */
function foreign(note: NoteRow, fields: readonly string[], type: NoteType | undefined, cards: Foreign[], losses: Loss[]): void {
  const place = `note ${note.guid}`;
  if (type?.type === 1 || /\{\{c\d+::/.test(fields[0] ?? "")) {
    losses.push({ place, what: "a cloze note: write it as questions" });
    return;
  }
  const [question, answer] = [fromHtml(fields[0] ?? ""), fromHtml(fields[1] ?? "")];
  if (question.text === "" || answer.text === "") {
    losses.push({ place, what: "a note without a question or an answer" });
    return;
  }
  const sounds = /\[sound:/.test(note.flds) ? ["sound"] : [];
  const gone = [...new Set([...question.lost, ...answer.lost, ...sounds])];
  const more = fields.slice(2).flatMap((field, index) => (field.trim() === "" ? [] : [type?.flds[index + 2]?.name ?? `field ${index + 3}`]));
  losses.push(...gone.map((what) => ({ place, what: `${what}: cards here have none` })), ...more.map((name) => ({ place, what: `the field ${name}` })));
  const tags = note.tags.split(" ").filter((tag) => tag !== "");
  cards.push({ place, question: question.text.replace(/\[sound:[^\]]*\]/g, ""), answer: answer.text.replace(/\[sound:[^\]]*\]/g, ""), tags });
}
