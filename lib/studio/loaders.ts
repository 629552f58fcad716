import "server-only";
import { notFound, redirect } from "next/navigation";
import { requireRole } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { listStudio, readCardDesk, readDraftDesk, readHistory, readWaiting } from "./data.ts";
import { cardIdSchema, draftIdSchema } from "./schema.ts";
import type { Desk, History, StudioQuery, StudioRow, Waiting } from "./types.ts";

/** Who may work here: authors and admins. For others the pages do not exist. */
export async function requireAuthor(returnTo = "/studio"): Promise<{ readonly isAdmin: boolean }> {
  const user = await requireRole("AUTHOR", returnTo);
  return { isAdmin: user.role === "ADMIN" };
}

/** The list of all cards and drafts. For authors. */
export async function loadStudio(query: StudioQuery): Promise<StudioRow[]> {
  await requireAuthor();
  return listStudio(query);
}

/** What waits for the user. For authors. */
export async function loadWaiting(): Promise<Waiting> {
  return readWaiting((await requireRole("AUTHOR", "/studio")).id);
}

/** The desk of a card, or the page "not found". For authors. */
export async function loadCardDesk(id: string): Promise<Desk> {
  const user = await requireRole("AUTHOR", "/studio");
  const desk = cardIdSchema.safeParse(id).success ? await readCardDesk(id, user.id, now()) : null;
  return desk ?? notFound();
}

/** The desk of a card that was never published; a draft of a published card is at that card's desk. For authors. */
export async function loadDraftDesk(id: string): Promise<Desk> {
  const user = await requireRole("AUTHOR", "/studio");
  const desk = draftIdSchema.safeParse(id).success ? await readDraftDesk(id, user.id) : null;
  if (desk === null) notFound();
  if ("cardId" in desk) redirect(`/studio/cards/${desk.cardId}`);
  return desk;
}

/** A card's history, or the page "not found". `from` and `to` are numbers of revisions as the address has them. For authors. */
export async function loadHistory(id: string, from: string, to: string): Promise<History> {
  await requireAuthor();
  const numberOf = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);
  const history = cardIdSchema.safeParse(id).success ? await readHistory(id, numberOf(from), numberOf(to), now()) : null;
  return history ?? notFound();
}
