import { z } from "zod";
import { idProblem } from "../cards/schema.ts";
import { NOTE_AT_MOST, REASON_IDS } from "./reasons.ts";

const note = z.string().trim().max(NOTE_AT_MOST, `is longer than ${NOTE_AT_MOST} characters`);

/** A flag as the reader's page sends it. The id is made there, so that one sent twice is stored once. */
export const flagSchema = z.strictObject({
  id: z.uuid("must be a UUID"),
  cardId: z.string().refine((id) => idProblem(id) === null, "must be the id of a card"),
  revisionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be the id of a revision"),
  reason: z.enum(REASON_IDS, "must be one of the reasons listed"),
  note,
});
export type NewFlag = z.infer<typeof flagSchema>;

/** What becomes of a flag. Who dismisses one says why: the reader is told. */
export const resolveSchema = z
  .strictObject({ id: z.uuid(), verdict: z.enum(["ACCEPTED", "DISMISSED"]), resolution: note })
  .refine(({ verdict, resolution }) => verdict === "ACCEPTED" || resolution !== "", { path: ["resolution"], message: "say in a sentence why; the reader is told" });
export type Resolve = z.infer<typeof resolveSchema>;
