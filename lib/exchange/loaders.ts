import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { type Commit, commitOf } from "./commit.ts";
import { readCommitted } from "./data.ts";

/** What differs between the library and the files that came with the release. For authors. */
export async function loadCommit(): Promise<Omit<Commit, "files">> {
  await requireRole("AUTHOR", "/studio/exchange");
  const { added, changed, removed } = commitOf(await readCommitted());
  return { added, changed, removed };
}
