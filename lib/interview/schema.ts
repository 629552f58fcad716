import { z } from "zod";
import { TOPIC_IDS } from "../cards/topics.ts";
import { VERSIONS } from "../cards/versions.ts";
import { ANSWER_AT_MOST, LENGTHS, TIMINGS } from "./choices.ts";

const position = z.number().int().min(0).max(99);
const text = z.string("must be text").max(ANSWER_AT_MOST, `is longer than ${ANSWER_AT_MOST} characters`);

/** What is chosen before the start. */
export const setupSchema = z.strictObject({
  lengthMinutes: z.literal(LENGTHS, "Choose one of the lengths listed."),
  level: z.number("Choose a level.").int().min(1, "Choose a level from 1 to 4.").max(4, "Choose a level from 1 to 4."),
  topics: z.array(z.enum(TOPIC_IDS, "Choose topics from the list.")).max(TOPIC_IDS.length),
  timePercent: z.literal(TIMINGS, "Choose one of the timings listed."),
  targetVersion: z.enum(VERSIONS, "Choose one of the versions listed."),
});
export type Setup = z.infer<typeof setupSchema>;

/** Starting one. `id` is made by the set-up page, once: a request that is sent again starts nothing twice. */
export const startSchema = setupSchema.extend({ id: z.uuid() });
export type Start = z.infer<typeof startSchema>;

/** What is done in a running interview. */
export const deedSchema = z.discriminatedUnion("deed", [
  /** The candidate is ready: the prompt is shown and its time begins. */
  z.strictObject({ deed: z.literal("open"), position }),
  /** More time, asked for by the candidate; nothing else moves a deadline. `deadlineAt` is the one on the screen, so that a repeated request adds nothing. */
  z.strictObject({ deed: z.literal("extend"), position, deadlineAt: z.number().int().min(0).max(8.64e15), seconds: z.number().int().min(1).max(86_400) }),
  /** What was typed so far. `number` counts up with every save of a prompt. */
  z.strictObject({ deed: z.literal("save"), position, number: z.number().int().min(1).max(1_000_000), text }),
  z.strictObject({ deed: z.literal("submit"), position, answer: text, confidence: z.number().int().min(0).max(100).nullable() }),
  /** Which rubric points were said, by their place, after the model answer was shown. */
  z.strictObject({ deed: z.literal("judge"), position, points: z.array(z.number().int().min(0).max(9)).max(10) }),
  /** Ends it early; what was not reached does not count. */
  z.strictObject({ deed: z.literal("finish") }),
  /** Brings cards of the report into tomorrow's queue. */
  z.strictObject({ deed: z.literal("drill"), cardIds: z.array(z.string().max(80)).min(1).max(60) }),
]);
export type Deed = z.infer<typeof deedSchema>;

export const interviewIdSchema = z.uuid();
