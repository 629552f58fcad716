import type { Prediction, Variant } from "./card.ts";
import type { Block } from "./tree.ts";

/** A `## Variant` section: its program ends the question, what follows is the answer. */
export interface VariantText {
  readonly question: readonly Block[];
  readonly answer: readonly Block[];
  /** The heading's line. */
  readonly line: number;
}

/** What of a card differs from form to form. */
interface Asked {
  readonly question: readonly Block[];
  readonly answerLine: string;
  readonly answer: readonly Block[];
  readonly prediction: Prediction | null;
  readonly variants?: readonly Variant[];
}

const isProgram = (block: Block): boolean => block.type === "code" && block.language === "python";

/** Cuts a section behind its first program. */
export function variantText(blocks: readonly Block[], line: number): VariantText {
  const end = blocks.findIndex(isProgram) + 1;
  return { question: blocks.slice(0, end), answer: blocks.slice(end), line };
}

/** The question of a variant: its own words, or the card's where it brings a program alone. */
function questionOf(card: Asked, { question }: Variant): readonly Block[] {
  const [program, ...more] = question;
  return program !== undefined && more.length === 0 ? card.question.map((block) => (isProgram(block) ? program : block)) : question;
}

/** The card as its form `form` asks it: 0 is the card's own text, 1 its first variant. What the card does not have is 0. */
export function askedAs<Card extends Asked>(card: Card, form: number): Card {
  const variant = card.variants?.[form - 1];
  if (variant === undefined) return card;
  return { ...card, question: questionOf(card, variant), answerLine: variant.answerLine, answer: variant.answer, prediction: variant.prediction };
}

/** FNV-1a, 32 bits: enough to spread forms, and the same on every device. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/**
 * The form to ask a card in. Who meets it sees the card's own text; later the form follows from the card and from what is
 * known of its last answer (`seed`), so that a reload, an undo and another device come to the same one.
 */
export function formFor(card: { readonly id: string; readonly variants?: readonly Variant[] }, seed: string | null): number {
  const forms = 1 + (card.variants?.length ?? 0);
  return seed === null || forms === 1 ? 0 : spread(`${card.id} ${seed}`) % forms;
}
