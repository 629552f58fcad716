import { z } from "zod";
import { checkCount, ExchangeError, type Incoming, type OutgoingCard } from "./pack.ts";

const packSchema = z.strictObject({
  format: z.literal("heapwise-cards"),
  version: z.literal(1),
  cards: z.array(z.strictObject({ id: z.string(), hash: z.string(), markdown: z.string() })),
});

/** The cards as JSON: `{format, version, cards: [{id, hash, markdown}]}`. */
export function toJson(cards: readonly OutgoingCard[]): string {
  const pack: z.infer<typeof packSchema> = { format: "heapwise-cards", version: 1, cards: cards.map(({ text, card }) => ({ id: card.front.id, hash: card.hash, markdown: text })) };
  return `${JSON.stringify(pack, null, 1)}\n`;
}

/** The cards of such a JSON text. */
export function fromJson(text: string): Incoming {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (problem) {
    throw new ExchangeError(`the file is not JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  const pack = packSchema.safeParse(read);
  if (!pack.success) {
    const issue = pack.error.issues[0];
    throw new ExchangeError(`the file is no pack of cards: ${issue?.path.join(".") || "it"}: ${issue?.message ?? "unknown"}`);
  }
  checkCount(pack.data.cards.length);
  return { cards: pack.data.cards.map(({ id, markdown }) => ({ place: id, text: markdown })), losses: [] };
}
