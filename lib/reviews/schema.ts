import { z } from "zod";
import { idProblem } from "../cards/schema.ts";
import { isQuality, type Quality } from "../scheduling/grade.ts";
import type { EventBody } from "./events.ts";

/** Most events in one request. A client sends no more than a hundred: `fetch` with keepalive carries 64 KB. */
export const EVENTS_AT_MOST = 500;

/** Longest reason of a reschedule, in UTF-16 units. */
const REASON_AT_MOST = 200;

/** The last instant a Date can hold, UTC ms. */
const LAST_INSTANT = 8.64e15;
const DAY_MS = 86_400_000;

const eventId = z.string("must be a UUID").regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, "must be a UUID in lower case");
const cardId = z.string("must be the id of a card").refine((id) => idProblem(id) === null, "must be the id of a card");
const revisionId = z.string("must be the id of a revision").regex(/^[A-Za-z0-9_-]{1,64}$/, "must be the id of a revision");
const instant = z.number("must be milliseconds since 1970").int("must be whole milliseconds").min(0, "lies before 1970").max(LAST_INSTANT, "is later than any date");

const head = { id: eventId, cardId, revisionId, answeredAt: instant, baseEventId: eventId.nullable() };

const answer = {
  ...head,
  grade: z.custom<Quality>(isQuality, "must be a whole number from 0 to 5"),
  shownAt: instant,
  durationMs: z.number("must be milliseconds").int("must be whole milliseconds").min(0, "is negative").max(DAY_MS, "is longer than a day"),
  confidence: z.number("must be a number from 0 to 100").int("must be whole").min(0, "is below 0").max(100, "is above 100").nullable(),
  objective: z.enum(["pass", "fail"], "must be pass, fail or null").nullable(),
  scheduler: z.string("must name the scheduler").regex(/^[a-z0-9-]{1,20}\/\d{1,4}$/, "must name the scheduler, as sm2-p/1"),
};

const dueDay = z.number("must be a day").int("must be a whole day").min(0, "lies before 1970").max(1_000_000, "is too far away");

const schemas = {
  review: z.strictObject({ kind: z.literal("review"), ...answer, shownDueDay: dueDay.nullable() }),
  redrill: z.strictObject({ kind: z.literal("redrill"), ...answer, shownDueDay: z.null("must be null for a redrill") }),
  cram: z.strictObject({ kind: z.literal("cram"), ...answer, shownDueDay: z.null("must be null for a cram") }),
  suspend: z.strictObject({ kind: z.literal("suspend"), ...head }),
  unsuspend: z.strictObject({ kind: z.literal("unsuspend"), ...head }),
  bury: z.strictObject({ kind: z.literal("bury"), ...head }),
  reset: z.strictObject({ kind: z.literal("reset"), ...head }),
  reschedule: z.strictObject({ kind: z.literal("reschedule"), ...head, dueDay, reason: z.string("must be a text").max(REASON_AT_MOST, `is longer than ${REASON_AT_MOST} characters`) }),
  undo: z.strictObject({ kind: z.literal("undo"), ...head, undoes: eventId }).refine((body) => body.undoes !== body.id, { path: ["undoes"], message: "must be another event" }),
};

/** One event of a request, exactly: an unknown field is refused. */
export const eventSchema = z.discriminatedUnion("kind", [
  schemas.review,
  schemas.redrill,
  schemas.cram,
  schemas.suspend,
  schemas.unsuspend,
  schemas.bury,
  schemas.reset,
  schemas.reschedule,
  schemas.undo,
]);

/** The envelope. Its events are read one by one, so that a bad one does not take the others with it. */
export const requestSchema = z.strictObject({
  /** In which form its events are; see EVENT_FORM. */
  form: z.number().int().optional(),
  /** What the browser calls itself, so that it can be told what the server has of it. */
  device: eventId.optional(),
  /** Whose answers they are: a page that was opened by one user must not write into the log of another who signed in since. */
  user: z.string().max(64).optional(),
  events: z.array(z.unknown(), "must be a list").min(1, "is empty").max(EVENTS_AT_MOST, `has more than ${EVENTS_AT_MOST} events; send them in parts`),
});

/** The form that a request says its events have; the first had no number. */
export function formOf(value: unknown): number {
  const parsed = z.object({ form: z.number() }).safeParse(value);
  return parsed.success ? parsed.data.form : 0;
}

export type ReadEvent =
  | { readonly ok: true; readonly body: EventBody }
  /** `id` is null where the event has none that can be named. */
  | { readonly ok: false; readonly id: string | null; readonly message: string };

/** One event, or what is wrong with it as `grade: must be a whole number from 0 to 5`. */
export function readEvent(value: unknown): ReadEvent {
  const parsed = eventSchema.safeParse(value);
  if (parsed.success) return { ok: true, body: parsed.data };
  const issue = parsed.error.issues[0];
  const claimed = typeof value === "object" && value !== null && "id" in value ? eventId.safeParse(value.id) : null;
  return { ok: false, id: claimed?.data ?? null, message: issue === undefined ? "the event is invalid" : faultOf(issue) };
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `unknown field ${issue.keys[0]?.slice(0, 40) ?? ""}`;
  const place = issue.path.join(".");
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}

/** The ids of `?ids=a,b`, or null where the query is anything else. */
export function readCardIds(query: URLSearchParams, most: number): string[] | null {
  const [text, ...more] = query.getAll("ids");
  const strange = [...query.keys()].some((key) => key !== "ids");
  if (text === undefined || more.length > 0 || strange) return null;
  const ids = [...new Set(text.split(","))];
  return ids.length <= most && ids.every((id) => idProblem(id) === null) ? ids : null;
}

/** The device and the instant of `?device=UUID&since=MS`, or null where the query is anything else. */
export function readDigestQuery(query: URLSearchParams): { readonly device: string; readonly since: number } | null {
  const parsed = z.strictObject({ device: eventId, since: z.coerce.number().pipe(instant) }).safeParse(Object.fromEntries(query));
  return parsed.success && query.size === 2 ? parsed.data : null;
}
