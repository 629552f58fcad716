import { z } from "zod";
import { cardIdSchema, sourceSchema } from "../studio/schema.ts";

/** What becomes of a file of the release that met an edit: the library's text stays, or a merged one becomes the card's draft. */
export const settleSchema = z.strictObject({
  cardId: cardIdSchema,
  /** Of the file that was seen. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, "is not the hash of a file"),
  /** Of the library's text that was seen. */
  revisionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "is not the id of a revision"),
  /** The merged text; null keeps the library's. */
  merged: sourceSchema.nullable(),
});
export type Settle = z.infer<typeof settleSchema>;
