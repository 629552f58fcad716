import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { createUser } from "../../lib/auth/mutations.ts";
import { note } from "../../lib/audit/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import type { PrismaClient } from "../../lib/db/client.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { livedLog } from "../reviews/logs.ts";

const noon = Date.UTC(2026, 10, 28, 12);
/** After every event of a lived log. */
const later = noon + 400 * 86_400_000;

/** Fills a database with users who studied, undid, were interviewed, flagged and wrote drafts. Gives the users' ids. */
export async function populate(client: PrismaClient, people = 8): Promise<UserId[]> {
  await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, noon);
  const cards = await client.card.findMany({ select: { id: true, currentRevisionId: true } });
  const revisionOf = (cardId: string) => cards.find((card) => card.id === cardId)?.currentRevisionId ?? "";
  const logs = fc.sample(livedLog, { numRuns: people, seed: 7 });
  const ids: UserId[] = [];
  for (const [person, log] of logs.entries()) {
    const user = await createUser({ email: `person${person}@example.org`, name: person % 2 ? `Zoë "${person}"\n\u2028` : null, passwordHash: "hash" }, noon);
    const id = user?.id as UserId;
    ids.push(id);
    const bodies = log.map((body) => ({ ...body, id: idFor(person, body.id), revisionId: revisionOf(body.cardId), ...(body.kind === "undo" ? { undoes: idFor(person, body.undoes) } : {}) }));
    await recordEvents({ userId: id, createdAt: 0, timeZone: "Europe/Berlin", rolloverHour: 4 }, bodies, later);
    await client.interview.create({ data: { id: randomUUID(), userId: id, status: "RUNNING", createdAt: BigInt(noon), lengthMinutes: 10, level: 2, topics: "", targetVersion: "3.14", timePercent: 100, seed: "s", prompts: { create: { position: 0, cardId: "card-a", revisionId: revisionOf("card-a"), draft: "half an answer", draftNumber: 3, shownAt: BigInt(noon) } } } });
    await client.cardFlag.create({ data: { id: randomUUID(), cardId: "card-b", revisionId: revisionOf("card-b"), reporterId: id, reason: "unclear", note: "what 'is' means; \\ and é", createdAt: BigInt(noon) } });
    await client.studyBreak.create({ data: { id: randomUUID(), userId: id, fromDay: 20_800, untilDay: 20_806, createdAt: BigInt(noon) } });
    await client.apiToken.create({ data: { id: randomUUID(), userId: id, name: "status line", tokenHash: randomUUID(), createdAt: BigInt(noon), expiresAt: BigInt(later) } });
    await note({ name: "authn_login_success", actorId: id, target: `user:${id}`, detail: {} }, noon);
  }
  await client.cardDraft.create({ data: { id: randomUUID(), cardId: "card-a", source: "---\nid: card-a\n---\n", authorId: ids[0] ?? null, createdAt: BigInt(noon), updatedAt: BigInt(noon) } });
  return ids;
}

/** The same event id for two people would be two events; here each has ids of their own. */
const idFor = (person: number, id: string): string => `${person.toString(16).padStart(8, "0")}${id.slice(8)}`;
