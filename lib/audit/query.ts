import { AUDIT_NAMES, type AuditName } from "./events.ts";

const DAY_MS = 24 * 60 * 60_000;
const LONGEST = 200;

/** What the address of the audit page asks for, as the form shows it; an empty text is no filter. */
export interface AuditQuery {
  readonly name: AuditName | "";
  /** An address or the id of a person. */
  readonly actor: string;
  readonly target: string;
  /** Days in UTC, as YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address. Values that no entry can have, and names given twice, are left out. */
export function readAuditQuery(params: Params): AuditQuery {
  const one = (name: string): string => {
    const value = params[name];
    return typeof value === "string" ? value.replace(/\p{C}/gu, "").trim().slice(0, LONGEST) : "";
  };
  const day = (name: string): string => (dayStart(one(name)) === null ? "" : one(name));
  return { name: AUDIT_NAMES.find((known) => known === one("name")) ?? "", actor: one("actor"), target: one("target"), from: day("from"), to: day("to") };
}

/** Reads the place to continue from: entries before this one. */
export function readCursor(params: Params): number | null {
  const value = params.before;
  return typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2_147_483_647 ? Number(value) : null;
}

/** When a day of the calendar begins in UTC; null for what is none. */
function dayStart(day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at;
}

/** The instants that a query lets through: from the first on, before the second. */
export function spanOf({ from, to }: Pick<AuditQuery, "from" | "to">): { readonly since: number | null; readonly until: number | null } {
  const end = dayStart(to);
  return { since: dayStart(from), until: end === null ? null : end + DAY_MS };
}

/** A query as the part of an address after the question mark. */
export function queryText(query: AuditQuery, before?: number): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return new URLSearchParams([...given, ...(before === undefined ? [] : [["before", String(before)]])] as [string, string][]).toString();
}
