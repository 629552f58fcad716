import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { addressesOf } from "../people/data.ts";
import type { Entry } from "./chain.ts";
import { type AuditQuery, listEntries, verifyChain } from "./data.ts";

export interface AuditPage {
  readonly entries: readonly (Omit<Entry, "at"> & { readonly at: number; readonly actor: string | null; readonly about: string | null })[];
  readonly more: boolean;
  /** Of the whole log, where it was asked for. */
  readonly checked: { readonly entries: number; readonly brokenAt: number | null } | null;
}

const userIn = (target: string | null): string | null => (target?.startsWith("user:") ? target.slice("user:".length) : null);

/** The log with the addresses of those who still have an account: the log itself holds ids only. For admins. */
export async function loadAudit(query: AuditQuery, check: boolean): Promise<AuditPage> {
  await requireRole("ADMIN", "/studio/audit");
  const [{ entries, more }, checked] = await Promise.all([listEntries(query), check ? verifyChain() : null]);
  const addresses = await addressesOf(entries.flatMap((entry) => [entry.actorId, userIn(entry.target)].filter((id) => id !== null)));
  return {
    entries: entries.map((entry) => {
      const user = userIn(entry.target);
      return { ...entry, at: Number(entry.at), actor: entry.actorId === null ? null : (addresses.get(entry.actorId) ?? entry.actorId), about: user === null ? entry.target : (addresses.get(user) ?? entry.target) };
    }),
    more,
    checked,
  };
}

