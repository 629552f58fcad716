import "server-only";
import { normaliseAddress } from "../auth/address.ts";
import { requireRole } from "../auth/loaders.ts";
import { findPersonId, readAddresses } from "../people/data.ts";
import type { ChainedEntry } from "./chain.ts";
import { checkPage, type EntryFilter, listEntries } from "./data.ts";
import { type AuditQuery, readAuditQuery, readCursor, spanOf } from "./query.ts";
import type { AuditPage, Named, ShownEntry } from "./types.ts";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** What a query means for the log, which knows people by their ids only. */
export async function filterOf(query: AuditQuery): Promise<EntryFilter> {
  const { name, actor, target } = query;
  return { name: name || null, actorId: actor === "" ? null : await idOf(actor), target: target === "" ? null : await targetOf(target), ...spanOf(query) };
}

/** The id of whoever has the address; what is no address is an id. */
async function idOf(text: string): Promise<string> {
  const address = normaliseAddress(text);
  return address === null ? text : ((await findPersonId(address)) ?? text);
}

async function targetOf(text: string): Promise<string> {
  const person = text.startsWith("user:") ? text.slice(5) : text.includes("@") ? text : null;
  return person === null ? text : `user:${await idOf(person)}`;
}

/** A page of the log, newest first, with the people in it and its part of the chain checked. For admins; for others there is no such page. */
export async function loadAudit(params: Params): Promise<AuditPage> {
  await requireRole("ADMIN", "/studio/audit");
  const query = readAuditQuery(params);
  const { entries, next } = await listEntries(await filterOf(query), readCursor(params));
  const [check, addresses] = await Promise.all([checkPage(entries), readAddresses(entries.flatMap(peopleIn))]);
  return { query, entries: entries.map((entry) => shownOf(entry, addresses)), next, check };
}

const peopleIn = ({ actorId, target }: ChainedEntry): string[] => [actorId ?? "", target?.startsWith("user:") ? target.slice(5) : ""].filter((id) => id !== "");

function shownOf({ seq, at, name, actorId, target, detail, requestId, hash }: ChainedEntry, addresses: ReadonlyMap<string, string>): ShownEntry {
  const named = (text: string | null, id: string | null): Named | null => (text === null ? null : { id: text, address: addresses.get(id ?? "") ?? null });
  return { seq, at: Number(at), name, detail, requestId, hash, actor: named(actorId, actorId), target: named(target, target?.startsWith("user:") ? target.slice(5) : null) };
}
