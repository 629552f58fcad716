import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { listPeople } from "./data.ts";
import type { Person } from "./types.ts";

const SEARCH_AT_MOST = 200;

/** Who has an account here. For admins. */
export async function loadPeople(search: string, page: number): Promise<{ readonly people: readonly Person[]; readonly more: boolean; readonly ownId: string }> {
  const user = await requireRole("ADMIN", "/studio/people");
  return { ...(await listPeople(search.slice(0, SEARCH_AT_MOST), page)), ownId: user.id };
}
