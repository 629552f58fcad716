import "server-only";
import { currentUser, requireRole } from "../auth/loaders.ts";
import { listOpen, listOwn, listResolved } from "./data.ts";
import type { Flag } from "./types.ts";

/** What readers flagged: what waits, and what was answered. For authors. */
export async function loadInbox(): Promise<{ readonly open: readonly Flag[]; readonly resolved: readonly Flag[] }> {
  await requireRole("AUTHOR", "/studio/flags");
  const [open, resolved] = await Promise.all([listOpen(), listResolved()]);
  return { open, resolved };
}

/** What the reader of a card flagged of it, with what became of it; nothing for a visitor. */
export async function loadOwnFlags(cardId: string): Promise<Flag[]> {
  const user = await currentUser();
  return user === null ? [] : listOwn(user.id, cardId);
}
