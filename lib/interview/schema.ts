import { z } from "zod";
import { TOPIC_IDS } from "../cards/topics.ts";
import { VERSIONS } from "../cards/versions.ts";
import { ANSWER_AT_MOST, LENGTHS, STYLES, TIMINGS, WORDS_AT_MOST } from "./choices.ts";
import { CRITERIA, TOP_LEVEL } from "./criteria.ts";

const position = z.number().int().min(0).max(99);
const text = z.string("must be text").max(ANSWER_AT_MOST, `is longer than ${ANSWER_AT_MOST} characters`);

const words = z.string().trim().min(1, "is empty").max(WORDS_AT_MOST, `is longer than ${WORDS_AT_MOST} characters`);

/** What is chosen before the start. */
export const setupSchema = z.strictObject({
  lengthMinutes: z.literal(LENGTHS, "Choose one of the lengths listed."),
  level: z.number("Choose a level.").int().min(1, "Choose a level from 1 to 4.").max(4, "Choose a level from 1 to 4."),
  topics: z.array(z.enum(TOPIC_IDS, "Choose topics from the list.")).max(TOPIC_IDS.length),
  timePercent: z.literal(TIMINGS, "Choose one of the timings listed."),
  targetVersion: z.enum(VERSIONS, "Choose one of the versions listed."),
  style: z.enum(STYLES, "Choose one of the styles listed.").default("mixed"),
  spoken: z.boolean().default(false),
  calm: z.boolean().default(false),
  bring: z.boolean().default(false),
});
export type Setup = z.infer<typeof setupSchema>;

/** Starting one. `id` is made by the set-up page, once: a request that is sent again starts nothing twice. */
export const startSchema = setupSchema.extend({ id: z.uuid() });
export type Start = z.infer<typeof startSchema>;

/** What one prompt of a ladder came to: the places of the rubric points that were said, and a level for each criterion. */
const judgedSchema = z.strictObject({
  position,
  points: z.array(z.number().int().min(0).max(9)).max(10),
  levels: z.array(z.number().int().min(0).max(TOP_LEVEL).nullable()).length(CRITERIA.length).default(CRITERIA.map(() => null)),
});
export type Judged = z.infer<typeof judgedSchema>;
const judged = z.array(judgedSchema).min(1).max(12);

/** What is done in a running interview. */
export const deedSchema = z.discriminatedUnion("deed", [
  /** The candidate is ready: the prompt is shown and its time begins. */
  z.strictObject({ deed: z.literal("open"), position }),
  /** More time, asked for by the candidate; nothing else moves a deadline. `deadlineAt` is the one on the screen, so that a repeated request adds nothing. */
  z.strictObject({ deed: z.literal("extend"), position, deadlineAt: z.number().int().min(0).max(8.64e15), seconds: z.number().int().min(1).max(86_400) }),
  /** What was typed so far. `number` counts up with every save of a prompt. */
  z.strictObject({ deed: z.literal("save"), position, number: z.number().int().min(1).max(1_000_000), text, code: text.default(""), sketch: text.default("") }),
  z.strictObject({ deed: z.literal("submit"), position, answer: text, code: text.default(""), sketch: text.default(""), confidence: z.number().int().min(0).max(100).nullable() }),
  /** A mark to come back to it in the report. */
  z.strictObject({ deed: z.literal("mark"), position, marked: z.boolean() }),
  /** What the answers of a ladder came to, after the model answer was shown. */
  z.strictObject({ deed: z.literal("judge"), judged }),
  /** Ends it early; what was not reached does not count. */
  z.strictObject({ deed: z.literal("finish") }),
  /** Brings cards of the report into tomorrow's queue. */
  z.strictObject({ deed: z.literal("drill"), cardIds: z.array(z.string().max(80)).min(1).max(60) }),
  /** Makes the private link to the report, in place of an earlier one; and takes it back. */
  z.strictObject({ deed: z.literal("share") }),
  z.strictObject({ deed: z.literal("unshare") }),
  /** Makes the code by which an interviewer joins, in place of an earlier one; and ends the mode for two. */
  z.strictObject({ deed: z.literal("invite") }),
  z.strictObject({ deed: z.literal("uninvite") }),
]);
export type Deed = z.infer<typeof deedSchema>;

/** What the interviewer of a mode for two does. */
export const interviewerDeedSchema = z.discriminatedUnion("deed", [
  /** `id` is made by the page, once: a hint that is sent again is given once. */
  z.strictObject({ deed: z.literal("hint"), id: z.uuid(), position, text: words }),
  /** A question of their own right after the prompt at `position`, which must be the last of its ladder that was shown. */
  z.strictObject({ deed: z.literal("ask"), after: position, total: z.number().int().min(1).max(100), question: words }),
  z.strictObject({ deed: z.literal("judge"), judged, note: z.string().trim().max(WORDS_AT_MOST).default("") }),
]);
export type InterviewerDeed = z.infer<typeof interviewerDeedSchema>;

/** The code that the candidate reads out. */
export const joinSchema = z.strictObject({ code: z.string().max(40) });
export type Join = z.infer<typeof joinSchema>;

export const interviewIdSchema = z.uuid();
