import { parseCard } from "../../lib/cards/parse.ts";
import { newCard } from "../../lib/cards/template.ts";
import type { CardFile } from "../../lib/content/sync.ts";

/** A card file as the generator of new cards writes it, with some texts replaced. */
export function cardFile(id: string, edits: Readonly<Record<string, string>> = {}): CardFile {
  let source = newCard(id, "identity", "recall", "2026-11-22").replace("What …", "What does `is` compare?");
  for (const [from, to] of Object.entries(edits)) {
    if (!source.includes(from)) throw new Error(`The card has no "${from}".`);
    source = source.replace(from, to);
  }
  return { path: `identity/${id}.md`, name: id, source, card: parseCard(source) };
}
