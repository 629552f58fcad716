import "server-only";
import { drawnNames } from "../cards/assigned-names.ts";
import { isSound, type SoundCard } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import { idProblem } from "../cards/schema.ts";
import { sha256 } from "../cards/sha256.ts";
import { TOPICS } from "../cards/topics.ts";
import { blockText } from "../cards/tree.ts";
import { VERSIONS, type Version } from "../cards/versions.ts";
import { db } from "../db/client.ts";
import { libraryCardOf } from "./card-view.ts";
import { termIdsIn } from "./glossary.ts";
import type { CatalogueCard, LibraryCard, ProofCell } from "./library-card.ts";
import { type LibraryRow, libraryRowOf } from "./proof-standing.ts";
import { entryOf, type SearchEntry } from "./search/entry.ts";

/** What this process has read and keeps. On globalThis: Next bundles this module several times, and each would read all cards. */
interface Kept {
  /** Parsed revisions by id. A revision never changes, so what another process writes cannot make this stale. */
  readonly parsed: Map<string, SoundCard>;
  /** The index of one state of the library. Its stamp says whether it still is that state, so other processes' writes are seen. */
  index: { readonly stamp: string; readonly built: Promise<LibraryIndex> } | null;
}

const holder = globalThis as { heapwiseLibrary?: Kept };
holder.heapwiseLibrary ??= { parsed: new Map(), index: null };
const kept = holder.heapwiseLibrary;
const { parsed } = kept;
const PARSED_AT_MOST = 2_000;

function cardOf(revisionId: string, source: string): SoundCard {
  const known = parsed.get(revisionId);
  if (known !== undefined) return known;
  const card = parseCard(source);
  if (!isSound(card)) throw new Error(`Revision ${revisionId} is published with errors: ${card.problems[0]?.message ?? "no front matter"}`);
  if (parsed.size >= PARSED_AT_MOST) parsed.clear();
  parsed.set(revisionId, card);
  return card;
}

/** What the list and the search of the library need of every published card, by topic in teaching order, level and id. */
export interface LibraryIndex {
  readonly stamp: string;
  readonly rows: readonly LibraryRow[];
  readonly entries: readonly SearchEntry[];
  /** The ids of the glossary's terms that a card's question, answer and reasons use, by card. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

/** Differs whenever something was written that a reader of the library could see. */
export async function readLibraryStamp(): Promise<string> {
  const database = await db();
  const [cards, revisions, proofs] = await Promise.all([
    database.card.findMany({ where: { status: "PUBLISHED" }, select: { id: true, currentRevisionId: true }, orderBy: { id: "asc" } }),
    database.cardRevision.count(),
    database.proofRecord.aggregate({ _count: { _all: true }, _max: { ranAt: true } }),
  ]);
  return sha256(JSON.stringify([cards.map(({ id, currentRevisionId }) => [id, currentRevisionId]), revisions, proofs._count._all, String(proofs._max.ranAt)]));
}

/** The published cards as they are now. Built anew only when the library changed. */
export async function readLibraryIndex(): Promise<LibraryIndex> {
  const stamp = await readLibraryStamp();
  if (kept.index?.stamp === stamp) return kept.index.built;
  const built = buildIndex(stamp);
  kept.index = { stamp, built };
  // Not kept when it failed: the next one who asks tries again.
  built.catch(() => {
    if (kept.index?.built === built) kept.index = null;
  });
  return built;
}

async function buildIndex(stamp: string): Promise<LibraryIndex> {
  const all = await published();
  const cells = new Map<string, ProofCell[]>();
  for (const cell of await (await db()).proofRecord.findMany({ where: { revision: { currentOf: { status: "PUBLISHED" } } } })) {
    if (isShown(cell)) cells.set(cell.revisionId, [...(cells.get(cell.revisionId) ?? []), cellOf(cell)]);
  }
  const place = ({ topic, level, id }: (typeof all)[number]): string => `${String(TOPICS.findIndex((one) => one.id === topic)).padStart(3, "0")} ${level} ${id}`;
  const ordered = all.map((one) => ({ ...one, place: place(one) })).sort((a, b) => (a.place < b.place ? -1 : 1));
  return {
    stamp,
    rows: ordered.map(({ card, revisionId }) => libraryRowOf(libraryCardOf(card, revisionId, cells.get(revisionId) ?? []))),
    entries: ordered.map(({ card }) => entryOf(card)),
    terms: new Map(ordered.map(({ id, card }) => [id, termIdsIn([card.question, card.answer, card.why].map(blockText).join("\n"))])),
  };
}

/** How many published cards each topic has; topics without any are left out. */
export async function countByTopic(): Promise<Map<string, number>> {
  const rows = await (await db()).card.groupBy({ by: ["topic"], where: { status: "PUBLISHED", currentRevisionId: { not: null } }, _count: { _all: true } });
  return new Map(rows.map((row) => [row.topic, row._count._all]));
}

const withRevision = {
  id: true,
  currentRevision: { select: { id: true, source: true, proofs: { select: { version: true, mode: true, status: true, ranAt: true, engineHash: true, output: true } } } },
} as const;

/** Published cards by id, in the order asked for; ids that are unknown or not published are left out. */
export async function readCards(ids: readonly string[]): Promise<LibraryCard[]> {
  // Ids come from addresses too, and PostgreSQL fails on a NUL in one.
  const possible = ids.filter((id) => idProblem(id) === null);
  if (possible.length === 0) return [];
  const rows = await (await db()).card.findMany({ where: { id: { in: possible }, status: "PUBLISHED" }, select: withRevision });
  const cards = new Map(rows.flatMap(({ id, currentRevision }) => (currentRevision === null ? [] : [[id, viewOf(currentRevision)] as const])));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** One published card, or null. */
export async function readCard(id: string): Promise<LibraryCard | null> {
  return (await readCards([id]))[0] ?? null;
}

/** Cards as certain revisions have them, by revision id: whatever became of the card since. */
export async function readRevisions(revisionIds: readonly string[]): Promise<Map<string, LibraryCard>> {
  const rows = await (await db()).cardRevision.findMany({ where: { id: { in: [...revisionIds] } }, select: withRevision.currentRevision.select });
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

/** A text that a card had or has. */
export interface PastRevision {
  readonly number: number;
  readonly editClass: "TYPO" | "CLARIFY" | "CORRECT" | "REPLACE";
  /** UTC ms. */
  readonly createdAt: number;
  readonly source: string;
}

/** A card's newest revisions, newest first. */
export async function readRevisionHistory(cardId: string, most: number): Promise<PastRevision[]> {
  const rows = await (await db()).cardRevision.findMany({ where: { cardId }, select: { number: true, editClass: true, createdAt: true, source: true }, orderBy: { number: "desc" }, take: most });
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: Number(createdAt) }));
}

interface RevisionRow {
  readonly id: string;
  readonly source: string;
  readonly proofs: readonly { readonly version: string; readonly mode: string; readonly status: string; readonly ranAt: bigint; readonly engineHash: string; readonly output: string }[];
}

function viewOf({ id, source, proofs }: RevisionRow): LibraryCard {
  return libraryCardOf(cardOf(id, source), id, proofs.filter(isShown).map(cellOf));
}

type ProofRow = RevisionRow["proofs"][number];

/** Cells are written from a validated record; one of a version that is no longer known is not shown. */
const isShown = (cell: ProofRow): boolean => VERSIONS.includes(cell.version as Version);

const cellOf = ({ version, mode, status, ranAt, engineHash, output }: ProofRow): ProofCell => ({ version, mode, status, ranAt: Number(ranAt), engineHash, output }) as ProofCell;

/** All published cards with their relations, or those of them that are named. Reads only the texts that this process has not parsed yet. */
export async function readCatalogue(ids?: readonly string[]): Promise<CatalogueCard[]> {
  return (await published(ids)).map(({ id, revisionId, topic, level, card }) => {
    const { title, kind, seconds, followups, prerequisites, versions } = card.front;
    return { id, revisionId, title, topic, kind, level, seconds, followups, prerequisites, versions, outputs: card.prediction?.outputs.map((output) => output.versions) ?? [], names: drawnNames({ prediction: card.prediction, evidence: card.front.evidence }) };
  });
}

/** All published cards as they were parsed. */
export async function readPublished(): Promise<SoundCard[]> {
  return (await published()).map(({ card }) => card);
}

async function published(ids?: readonly string[]) {
  const database = await db();
  const rows = await database.card.findMany({
    where: { status: "PUBLISHED", currentRevisionId: { not: null }, ...(ids === undefined ? {} : { id: { in: [...ids] } }) },
    select: { id: true, topic: true, level: true, currentRevisionId: true },
    orderBy: { id: "asc" },
  });
  const unread = rows.flatMap(({ currentRevisionId }) => (currentRevisionId === null || parsed.has(currentRevisionId) ? [] : [currentRevisionId]));
  const sources = unread.length === 0 ? [] : await database.cardRevision.findMany({ where: { id: { in: unread } }, select: { id: true, source: true } });
  const fresh = new Map(sources.map(({ id, source }) => [id, cardOf(id, source)]));
  return rows.flatMap(({ currentRevisionId, ...row }) => {
    const card = fresh.get(currentRevisionId ?? "") ?? parsed.get(currentRevisionId ?? "");
    return card === undefined ? [] : [{ ...row, revisionId: currentRevisionId ?? "", card }];
  });
}
