import "server-only";
import { isSound, type SoundCard } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import { idProblem } from "../cards/schema.ts";
import { VERSIONS, type Version } from "../cards/versions.ts";
import { db } from "../db/client.ts";
import { libraryCardOf } from "./card-view.ts";
import type { CardSummary, CatalogueEntry, LibraryCard, ProofCell } from "./library-card.ts";
import { foldForSearch } from "./sync.ts";

/** Parsed revisions by id. A revision never changes, so what another process writes cannot make this stale. */
const parsed = new Map<string, SoundCard>();
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

/** Which cards to list. All fields narrow the list; `search` is literal text, matched without case and accents. */
export interface CardFilter {
  readonly topic?: string;
  readonly kind?: string;
  readonly level?: number;
  readonly search?: string;
}

const SEARCH_AT_MOST = 200;

/** The published cards by topic, level and id. */
export async function listCards(filter: CardFilter = {}): Promise<CardSummary[]> {
  const words = foldForSearch((filter.search ?? "").slice(0, SEARCH_AT_MOST)).split(" ").filter((word) => word !== "");
  const rows = await (await db()).card.findMany({
    where: {
      status: "PUBLISHED",
      currentRevisionId: { not: null },
      ...(filter.topic === undefined ? {} : { topic: filter.topic }),
      ...(filter.kind === undefined ? {} : { kind: filter.kind }),
      ...(filter.level === undefined ? {} : { level: filter.level }),
      AND: words.map((word) => ({ searchText: { contains: plainPart(word) } })),
    },
    select: { id: true, topic: true, title: true, kind: true, level: true, searchText: true, currentRevision: { select: { evidence: true } } },
    orderBy: [{ topic: "asc" }, { level: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ currentRevision, searchText, ...row }) => {
    const found = words.every((word) => searchText.includes(word));
    return found ? [{ ...row, evidence: currentRevision?.evidence } as CardSummary] : [];
  });
}

/** The longest part of a word without wildcards: LIKE escapes them differently on the two databases, so the rest is compared here. */
function plainPart(word: string): string {
  return word.split(/[\\%_]/).reduce((longest, part) => (part.length > longest.length ? part : longest), "");
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

interface RevisionRow {
  readonly id: string;
  readonly source: string;
  readonly proofs: readonly { readonly version: string; readonly mode: string; readonly status: string; readonly ranAt: bigint; readonly engineHash: string; readonly output: string }[];
}

function viewOf({ id, source, proofs }: RevisionRow): LibraryCard {
  // Cells are written from a validated record; one of a version that is no longer known is not shown.
  const cells = proofs.filter((cell) => VERSIONS.includes(cell.version as Version)).map((cell) => ({ ...cell, ranAt: Number(cell.ranAt) }) as ProofCell);
  return libraryCardOf(cardOf(id, source), id, cells);
}

/** All published cards with their relations. Reads only the texts that this process has not parsed yet. */
export async function readCatalogue(): Promise<CatalogueEntry[]> {
  return (await published()).map(({ id, revisionId, topic, level, card }) => {
    const { title, kind, seconds, followups, prerequisites } = card.front;
    return { id, revisionId, title, topic, kind, level, seconds, followups, prerequisites };
  });
}

/** All published cards as they were parsed. */
export async function readPublished(): Promise<SoundCard[]> {
  return (await published()).map(({ card }) => card);
}

async function published() {
  const database = await db();
  const rows = await database.card.findMany({
    where: { status: "PUBLISHED", currentRevisionId: { not: null } },
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
