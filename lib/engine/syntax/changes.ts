import type { VersionId } from "../profiles/types.ts";

/** A text from a version on; null where the version does not know the mistake. Placeholders are `{0}`, `{1}`. */
export type Change = readonly [since: VersionId, text: string | null];

const VERSIONS: readonly VersionId[] = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

/** What holds in a version of what changed, by id. */
export function changesUpTo(version: VersionId, changed: Readonly<Record<string, readonly Change[]>>): Record<string, string | null> {
  const table: Record<string, string | null> = {};
  for (const [id, changes] of Object.entries(changed)) {
    const upTo = changes.filter(([since]) => VERSIONS.indexOf(since) <= VERSIONS.indexOf(version));
    table[id] = upTo.at(-1)?.[1] ?? null;
  }
  return table;
}
