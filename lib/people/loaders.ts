import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { listPeople } from "./data.ts";
import { personIdSchema } from "./schema.ts";
import type { PeoplePage } from "./types.ts";

/** People for the admin's page, with the admin's own id. For admins; for others there is no such page. */
export async function loadPeople(search: string, after: string): Promise<PeoplePage & { readonly ownId: string; readonly timeZone: string }> {
  const { id, timeZone } = await requireRole("ADMIN", "/studio/people");
  const known = personIdSchema.safeParse(after);
  return { ...(await listPeople(search, known.data ?? null)), ownId: id, timeZone };
}
