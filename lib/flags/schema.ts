import { z } from "zod";
import { idProblem } from "../cards/schema.ts";
import { FLAG_REASONS, NOTE_AT_MOST } from "./reasons.ts";

/** A text of some lines. */
const words = z
  .string("must be a text")
  .max(NOTE_AT_MOST, `must have at most ${NOTE_AT_MOST} characters`)
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, "must not hold control characters")
  .transform((text) => text.trim());

/** A flag as the page sends it. The page makes the id: a flag that is sent twice is stored once. */
export const flagSchema = z.strictObject({
  id: z.uuid("must be a UUID"),
  cardId: z.string().refine((id) => idProblem(id) === null, "is not the id of a card"),
  revisionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "is not the id of a revision"),
  reason: z.enum(FLAG_REASONS, "is not one of the reasons"),
  note: words,
});
export type NewFlag = z.infer<typeof flagSchema>;

/** What an author decides of a flag. A reader whose flag changes nothing is told why. */
export const resolveSchema = z
  .strictObject({ id: z.uuid("must be a UUID"), decision: z.enum(["accept", "dismiss"]), word: words })
  .refine(({ decision, word }) => decision === "accept" || word !== "", { path: ["word"], message: "tell the reader why nothing changes" });
export type Resolve = z.infer<typeof resolveSchema>;

/** The id of a flag, as an address may hold it. */
export const flagIdSchema = z.uuid();
