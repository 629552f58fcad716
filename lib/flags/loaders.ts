import "server-only";
import { currentUser, requireRole } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { readFlagHistory, readInbox, readOwnFlags, readUntold } from "./data.ts";
import { flagIdSchema } from "./schema.ts";
import type { FlagHistory, Inbox, OwnFlag, ToldFlag } from "./types.ts";

/** The open flags. For authors. */
export async function loadInbox(): Promise<Inbox & { readonly now: number }> {
  await requireRole("AUTHOR", "/studio/flags");
  return { ...(await readInbox()), now: now() };
}

/** The decided flags; an `after` that no flag can have begins at the newest. For authors. */
export async function loadFlagHistory(after: string): Promise<FlagHistory & { readonly timeZone: string }> {
  const { timeZone } = await requireRole("AUTHOR", "/studio/flags?tab=history");
  const known = flagIdSchema.safeParse(after);
  return { ...(await readFlagHistory(known.data ?? null)), timeZone };
}

/** What became of the user's own flags of a card; none for a visitor. */
export async function loadOwnFlags(cardId: string): Promise<readonly OwnFlag[]> {
  const user = await currentUser();
  return user === null ? [] : readOwnFlags(user.id, cardId);
}

/** What became of the user's flags and was not read yet; none for a visitor. */
export async function loadUntoldFlags(): Promise<{ readonly flags: readonly ToldFlag[]; readonly timeZone: string }> {
  const user = await currentUser();
  return user === null ? { flags: [], timeZone: "UTC" } : { flags: await readUntold(user.id), timeZone: user.timeZone };
}
