import { z } from "zod";
import { idProblem } from "../cards/schema.ts";
import { VERSIONS } from "../cards/versions.ts";
import { ANSWER_AT_MOST, FLAG_REASONS, NOTE_AT_MOST } from "./reasons.ts";

/** A text of some lines. */
const textOf = (most: number) =>
  z
    .string("must be a text")
    .max(most, `must have at most ${most} characters`)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, "must not hold control characters")
    .transform((text) => text.trim());
const words = textOf(NOTE_AT_MOST);

/** A flag as the page sends it. The page makes the id: a flag that is sent twice is stored once. */
export const flagSchema = z.strictObject({
  id: z.uuid("must be a UUID"),
  cardId: z.string().refine((id) => idProblem(id) === null, "is not the id of a card"),
  revisionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "is not the id of a revision"),
  reason: z.enum(FLAG_REASONS, "is not one of the reasons"),
  note: words,
  /** What was on the screen: the Python version, and what had been typed as the answer. */
  version: z.enum(VERSIONS, "is not a version of Python that is asked for").nullable().default(null),
  answer: textOf(ANSWER_AT_MOST).nullable().default(null),
});
export type NewFlag = z.infer<typeof flagSchema>;

/** What an author decides of a flag, or `reply`: a word to the reader while it stays open. A reader whose flag changes nothing is told why. */
export const resolveSchema = z
  .strictObject({ id: z.uuid("must be a UUID"), decision: z.enum(["accept", "dismiss", "reply"]), word: words })
  .refine(({ decision, word }) => decision !== "dismiss" || word !== "", { path: ["word"], message: "tell the reader why nothing changes" })
  .refine(({ decision, word }) => decision !== "reply" || word !== "", { path: ["word"], message: "a reply has words" });
export type Resolve = z.infer<typeof resolveSchema>;

/** The id of a flag, as an address may hold it. */
export const flagIdSchema = z.uuid();

/** Flags that their reporter has read the outcome of. */
export const toldSchema = z.strictObject({ ids: z.array(z.uuid("must be a UUID")).min(1, "is empty").max(50, "has more than 50 flags") });
