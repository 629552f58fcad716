import "server-only";
import { sha256 } from "../cards/sha256.ts";
import type { TopicId } from "../cards/topics.ts";
import { readPublished } from "../content/data.ts";
import { db } from "../db/client.ts";
import type { CommittedCard } from "./commit.ts";
import type { OutgoingCard } from "./pack.ts";

/** The published cards of a topic, or all, with their files. */
export async function readOutgoing(topic: TopicId | null): Promise<OutgoingCard[]> {
  const [cards, rows] = await Promise.all([
    readPublished(),
    (await db()).card.findMany({ where: { status: "PUBLISHED", ...(topic !== null && { topic }) }, select: { id: true, currentRevision: { select: { source: true } } } }),
  ]);
  const texts = new Map(rows.map(({ id, currentRevision }) => [id, currentRevision?.source]));
  return cards.flatMap((card) => {
    const text = texts.get(card.front.id);
    return text === undefined ? [] : [{ text, card }];
  });
}

/** The text of every card that has one, by id, whatever its status: ids are never used twice. */
export async function readTexts(): Promise<Map<string, string>> {
  const rows = await (await db()).card.findMany({ select: { id: true, currentRevision: { select: { source: true } } } });
  return new Map(rows.map(({ id, currentRevision }) => [id, currentRevision?.source ?? ""]));
}

/** The ids that drafts of new cards have taken, as far as they can be read. */
export async function readDraftIds(): Promise<Set<string>> {
  const rows = await (await db()).cardDraft.findMany({ where: { cardId: null }, select: { source: true } });
  return new Set(rows.flatMap(({ source }) => /^id:[ \t]*([a-z0-9-]+)[ \t]*$/m.exec(source.slice(0, 8_192))?.[1] ?? []));
}

const topicOf = (source: string): string | null => /^topic:[ \t]*([a-z0-9-]+)[ \t]*$/m.exec(source.slice(0, 8_192))?.[1] ?? null;

/** All cards that were ever published, each with where its file is. */
export async function readCommitted(): Promise<CommittedCard[]> {
  const rows = await (await db()).card.findMany({
    where: { currentRevisionId: { not: null }, status: { in: ["PUBLISHED", "RETIRED", "REVIEW"] } },
    select: { id: true, topic: true, title: true, status: true, origin: true, importedHash: true, currentRevision: { select: { source: true } }, revisions: { select: { source: true }, orderBy: { number: "asc" } } },
  });
  return rows.flatMap(({ id, topic, title, status, importedHash, currentRevision, revisions }) => {
    // A card that was only in the database, or whose file is gone already, has no file to change when it is retired.
    if (currentRevision === null || (status === "RETIRED" && importedHash === null)) return [];
    const imported = importedHash === null ? undefined : revisions.find(({ source }) => sha256(source) === importedHash);
    return [{ id, topic, title, source: currentRevision.source, retired: status === "RETIRED", importedHash, importedTopic: importedHash === null ? null : topicOf(imported?.source ?? currentRevision.source) }];
  });
}
