import { z } from "zod";
import { CARD_LIMITS } from "../cards/prescan.ts";
import { idProblem, KINDS } from "../cards/schema.ts";
import { TOPIC_IDS } from "../cards/topics.ts";
import { WORD_AT_MOST } from "./limits.ts";

/** The edit classes that an author chooses from: what an edit does to those who learnt the card before it. */
export const EDIT_CLASSES = ["TYPO", "CLARIFY", "CORRECT", "REPLACE"] as const;

export const cardIdSchema = z.string("an id is text").superRefine((value, context) => {
  const reason = idProblem(value);
  if (reason !== null) context.addIssue({ code: "custom", message: reason });
});

export const draftIdSchema = z.uuid("this is not a draft");
export const revisionIdSchema = z.string().regex(/^[a-z0-9-]{8,40}$/, "this is not a revision");

/** A text that both databases keep as it is. It may be larger than a card may be, so that nothing typed is lost before it is cut. */
export const sourceSchema = z
  .string("the text is missing")
  .max(2 * CARD_LIMITS.bytes, "The text is too large to be kept: a card has at most 64 KB. Split it; it stays in this browser.")
  .refine((text) => !/[\u0000\p{Surrogate}]/u.test(text), "The text holds a character that no database keeps: a NUL or half a surrogate pair. Delete it and save again.");

/** How large the body of a save may be: a card's text escaped as JSON, several times over. */
export const DRAFT_BODY_LIMIT = 512 * 1024;

const version = z.number().int().min(0).max(1_000_000_000);

export const newCardSchema = z.strictObject({
  id: cardIdSchema, topic: z.enum(TOPIC_IDS, "choose a topic"), kind: z.enum(KINDS, "choose a kind"),
  /** From the playground: the card is begun with it. */
  program: z.strictObject({ source: z.string().max(20_000, "the program is too long for a card"), mode: z.enum(["script", "repl"]), freeThreaded: z.literal(true).optional(), cores: z.number().int().min(1).max(99).optional() }).optional(),
});

export const saveDraftSchema = z.strictObject({
  /** Null to begin one. */
  draftId: draftIdSchema.nullable(),
  cardId: cardIdSchema.nullable(),
  /** The revision that the text is an edit of. */
  baseRevisionId: revisionIdSchema.nullable(),
  /** The save that this one follows; 0 for none. */
  seen: version,
  source: sourceSchema,
});

export const discardSchema = z.strictObject({ draftId: draftIdSchema, seen: version });

const word = z.string("must be a text").max(WORD_AT_MOST, `must have at most ${WORD_AT_MOST} characters`).regex(/^(?:[^\p{Cc}\p{Surrogate}]|[\n\r\t])*$/u, "must not hold control characters").transform((text) => text.trim());

/** `change`: what changed, for those who learnt the card before. */
export const publishSchema = z.strictObject({ draftId: draftIdSchema, seen: version, editClass: z.enum(EDIT_CLASSES).nullable(), change: word.default("") });
export const restoreSchema = z.strictObject({ cardId: cardIdSchema, revisionId: revisionIdSchema, currentRevisionId: revisionIdSchema, editClass: z.enum(["TYPO", "CLARIFY", "CORRECT"]), change: word.default("") });

/** Puts a draft up for review, takes it back, or gives it back to its author with a word. */
export const reviewSchema = z
  .strictObject({ draftId: draftIdSchema, seen: version, step: z.enum(["ask", "withdraw", "return"]), word: word.default("") })
  .refine(({ step, word: said }) => step !== "return" || said !== "", { path: ["word"], message: "say what is to be changed" });
export type ReviewStep = z.infer<typeof reviewSchema>;
export const retireSchema = z.strictObject({ cardId: cardIdSchema, retired: z.boolean() });

export type SaveDraft = z.infer<typeof saveDraftSchema>;
