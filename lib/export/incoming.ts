import { createHash } from "node:crypto";
import { z } from "zod";
import { CLOCK_LEAD_MS, type StoredBody } from "../reviews/events.ts";
import { readEvent } from "../reviews/schema.ts";
import { DEFAULT_SETTING } from "../scheduling/scheduler.ts";
import { dayToIso, type DayRule, isTimeZone, studyDayOf } from "../scheduling/study-day.ts";
import { interviewProblem, type PlanSettings, planSchema, type StudySettings, studySchema } from "../settings/schema.ts";
import { EXPORT_FORMAT, EXPORT_VERSION } from "./document.ts";

/** Bytes of a file: about 140,000 events. */
export const ACCOUNT_FILE_AT_MOST = 64 * 1024 * 1024;

/** An event of another account with all that was stored of it there. */
export interface IncomingEvent {
  readonly body: StoredBody;
  /** When it counts, UTC ms; what the body says may be what a clock claimed. */
  readonly answeredAt: number;
  readonly receivedAt: number;
  readonly device: string | null;
  readonly rule: DayRule;
}

export interface IncomingBreak {
  readonly fromDay: number;
  readonly untilDay: number;
}

/** What of an exported account can be brought into another. */
export interface IncomingAccount {
  readonly events: readonly IncomingEvent[];
  readonly study: StudySettings;
  readonly plan: PlanSettings;
  /** A bit for each weekday, as in the account. */
  readonly restDays: number;
  readonly breaks: readonly IncomingBreak[];
  /** What stays behind, in sentences for the learner. */
  readonly losses: readonly string[];
}

export type ReadAccountFile = { readonly ok: true; readonly account: IncomingAccount } | { readonly ok: false; readonly message: string };

const refused = (message: string): ReadAccountFile => ({ ok: false, message });
const rows = z.array(z.record(z.string(), z.unknown()));
const day = z.int().min(0).max(1_000_000);

const fileSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  account: z.looseObject({ newPerDay: z.int(), reviewsPerDay: z.int(), restDays: z.int().min(0).max(126) }),
  studyPlan: z.looseObject({ scheduler: z.string(), retention: z.int(), interviewDay: day.nullable() }).nullable(),
  breaks: z.array(z.looseObject({ fromDay: day, untilDay: day })).max(20),
  interviews: rows, flags: rows, drafts: rows, revisions: rows, apiTokens: rows, settingEvents: rows,
  calendarFeed: z.unknown(), reminder: z.unknown(),
  events: rows,
  end: z.object({ events: z.int(), sha256: z.string() }),
});

type AccountFile = z.infer<typeof fileSchema>;

/** An exported account, whole and as it was written, or the sentence that says why it is not. `now` in UTC ms. */
export function readAccountFile(bytes: Uint8Array, now: number): ReadAccountFile {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("This is not a whole file of Heapwise: it cannot be read as JSON. Take “Everything, as JSON” once more.");
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return refused(`This is not an account as Heapwise writes it: ${parsed.error.issues[0]?.path.join(".") || "the file"} is not as expected. Take “Everything, as JSON” once more.`);
  const file = parsed.data;
  const head = text.slice(0, text.lastIndexOf('"end"'));
  if (file.events.length !== file.end.events || createHash("sha256").update(head).digest("hex") !== file.end.sha256) return refused("This file was cut or changed since it was written: its checksum differs. Take it once more.");
  return settled(file, now);
}

function settled(file: AccountFile, now: number): ReadAccountFile {
  const study = studySchema.safeParse(file.account);
  if (!study.success) return refused(`The settings of this file cannot be read: ${study.error.issues[0]?.message ?? ""}`);
  const { newPerDay, reviewsPerDay, restDays } = file.account;
  const { scheduler, retention } = file.studyPlan ?? DEFAULT_SETTING;
  const today = studyDayOf(now, { zone: study.data.timeZone, rolloverHour: study.data.rolloverHour });
  const interviewDay = file.studyPlan?.interviewDay ?? null;
  const ahead = interviewDay !== null && interviewProblem(interviewDay, today) === null;
  const plan = planSchema.safeParse({ scheduler, retention, newPerDay, reviewsPerDay, interviewDay: ahead ? dayToIso(interviewDay) : "" });
  if (!plan.success) return refused(`The plan of this file cannot be read: ${plan.error.issues[0]?.message ?? ""}`);
  const { events, losses } = eventsOf(file, now);
  return { ok: true, account: { events, study: study.data, plan: plan.data, restDays, breaks: file.breaks.filter(({ fromDay, untilDay }) => fromDay <= untilDay), losses: [...losses, ...leftBehind(file), ...(interviewDay !== null && !ahead ? ["The day of the interview is over, so none is set."] : [])] } };
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** What belongs to the place where it was made. */
function leftBehind({ interviews, flags, drafts, revisions, apiTokens, settingEvents, calendarFeed, reminder }: AccountFile): string[] {
  const parts: readonly (readonly [number, string])[] = [
    [interviews.length, `${count(interviews.length, "mock interview")}: the answers given in them are in the log, their reports are not brought back.`],
    [flags.length, `${count(flags.length, "report")} of errors in cards stay where they were made.`],
    [drafts.length + revisions.length, `${count(drafts.length + revisions.length, "draft or text", "drafts and texts")} of cards: cards are brought in the studio.`],
    [settingEvents.length, `${count(settingEvents.length, "former change", "former changes")} of settings: the settings themselves are brought.`],
    [apiTokens.length + [calendarFeed, reminder].filter((one) => one !== null).length, "Tokens, the calendar's address and reminders end with the account; make new ones."],
  ];
  return parts.flatMap(([number, words]) => (number === 0 ? [] : [words]));
}

const instant = z.number().int().min(0).max(8.64e15);
const storedSchema = z.looseObject({
  answeredAt: instant,
  claimedAt: instant.nullable(),
  receivedAt: instant,
  zone: z.string().refine(isTimeZone),
  rollover: z.int().min(0).max(23),
  deviceId: z.uuid().nullable(),
});

function eventsOf({ events: stored }: AccountFile, now: number): { readonly events: IncomingEvent[]; readonly losses: string[] } {
  const events: IncomingEvent[] = [];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const row of stored) {
    const read = eventOf(row, now);
    if (typeof read === "string") faults.push(read);
    else if (seen.has(read.body.id)) faults.push("its id came before");
    else {
      seen.add(read.body.id);
      events.push(read);
    }
  }
  return { events, losses: faults.length === 0 ? [] : [`${count(faults.length, "event")} of the log could not be read; of the first: ${faults[0]}.`] };
}

/** An event as it was sent once, and what was stored beside it; or why it is none. */
function eventOf(row: Readonly<Record<string, unknown>>, now: number): IncomingEvent | string {
  const beside = storedSchema.safeParse(row);
  if (!beside.success) return `${beside.error.issues[0]?.path.join(".") ?? "a column"} is not as expected`;
  const { answeredAt, claimedAt, receivedAt, zone, rollover, deviceId } = beside.data;
  const body = bodyOf(row, claimedAt ?? answeredAt);
  if (typeof body === "string") return body;
  // As when it was sent: nothing counts at a time that has not come.
  return { body, answeredAt: answeredAt > now + CLOCK_LEAD_MS ? now : answeredAt, receivedAt: Math.min(receivedAt, now), device: deviceId, rule: { zone, rolloverHour: rollover } };
}

const HEAD = ["id", "cardId", "revisionId", "baseEventId"];
const ANSWER = [...HEAD, "grade", "shownAt", "durationMs", "confidence", "objective", "scheduler", "shownDueDay"];
const FIELDS: Readonly<Record<string, readonly string[]>> = { review: ANSWER, redrill: ANSWER, cram: ANSWER, reschedule: [...HEAD, "dueDay", "reason"], undo: [...HEAD, "undoes"] };

function bodyOf(row: Readonly<Record<string, unknown>>, answeredAt: number): StoredBody | string {
  // An interview's answer comes from no client, but has the form of one out of turn.
  const kind = row.kind === "mock" ? "cram" : String(row.kind);
  const read = readEvent({ ...Object.fromEntries((FIELDS[kind] ?? HEAD).map((name) => [name, row[name]])), kind, answeredAt });
  if (!read.ok) return read.message;
  if (row.kind !== "mock" || read.body.kind !== "cram") return read.body;
  const { shownDueDay: _, ...answer } = read.body;
  return { ...answer, kind: "mock" };
}
