import { z } from "zod";
import { TOPIC_IDS } from "./topics.ts";
import { parseVersions } from "./versions.ts";
import type { Version } from "./versions.ts";

export const KINDS = ["predict", "recall", "explain", "fix"] as const;
export const EVIDENCE = ["proven", "recorded", "model", "sourced"] as const;

// Names that are routes of the app, or files that some systems cannot hold.
const RESERVED = new Set(
  ["new", "admin", "api", "next", "_next", "edit", "list", "index", "topics", "glossary", "con", "prn", "aux", "nul"].concat(
    Array.from({ length: 9 }, (_, n) => [`com${n + 1}`, `lpt${n + 1}`]).flat(),
  ),
);

/** Why a text cannot be the id of a card, or null when it can. Ids are also file names and parts of addresses. */
export function idProblem(id: string): string | null {
  if (!/^[a-z0-9-]{3,80}$/.test(id)) return `"${id.slice(0, 80)}" cannot be an id: use 3 to 80 of a-z, 0-9 and -`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `"${id}" cannot be an id: hyphens stand one by one, between words`;
  if (RESERVED.has(id)) return `"${id}" is a reserved name: choose another id`;
  return null;
}

/** Whether the text is a day of the calendar, as YYYY-MM-DD. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1991 && days !== undefined && day >= 1 && day <= days;
}

function listed(values: readonly string[]): string {
  return `use ${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

const line = z.string().trim().min(1, "the field is empty");
const words = z.array(line, "write a list: one item a line, each after a hyphen").max(20, "at most 20 items");

const id = z.string("an id is text").superRefine((value, context) => {
  const reason = idProblem(value);
  if (reason !== null) context.addIssue({ code: "custom", message: reason });
});

const idList = z.array(id, "write a list of ids: one a line, each after a hyphen").max(20, "at most 20 ids");

const versions = z.string("write the versions as text, for example 3.10-3.15").transform((text, context): readonly Version[] => {
  const read = parseVersions(text);
  if ("versions" in read) return read.versions;
  context.addIssue({ code: "custom", message: read.reason });
  return z.NEVER;
});

/** The front matter of a card. All values arrive as text, and no field is known but these. */
export const frontMatterSchema = z.strictObject({
  id,
  topic: z.enum(TOPIC_IDS, `not a topic: ${listed(TOPIC_IDS)}`),
  title: line.max(90, "a title has at most 90 characters"),
  kind: z.enum(KINDS, `not a kind: ${listed(KINDS)}`),
  level: z.enum(["1", "2", "3", "4"], "the level is 1 (junior), 2, 3 or 4 (staff)").transform(Number),
  seconds: z
    .string("a number of seconds")
    .regex(/^[1-9]\d{1,2}$/, "the time in an interview is a whole number of seconds from 10 to 999")
    .transform(Number),
  versions,
  evidence: z.enum(EVIDENCE, `not a kind of evidence: ${listed(EVIDENCE)}`),
  claims: z.array(line, "write a list of claim ids").max(10, "at most 10 claims").default([]),
  tags: words.default([]),
  sources: words.min(1, "name at least one source: a PEP, a file of CPython, a page of the documentation"),
  reviewed_on: z.string("a day as YYYY-MM-DD").refine(isCalendarDay, "not a day of the calendar: write YYYY-MM-DD"),
  prerequisites: idList.default([]),
  followups: idList.default([]),
  rubric: words.min(2, "a rubric has 2 to 5 points").max(5, "a rubric has 2 to 5 points"),
  myth: line.optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;
export type Kind = (typeof KINDS)[number];
export type Evidence = (typeof EVIDENCE)[number];
