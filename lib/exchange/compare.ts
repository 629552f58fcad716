import { type ParsedCard, isSound } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import type { Problem } from "../cards/problem.ts";
import type { IncomingCard } from "./pack.ts";

/** `same` to the letter; `refused`: it has errors, or its id comes twice. */
export type Standing = "new" | "changed" | "same" | "refused";

/** What would become of one card of a pack. */
export interface PlannedCard {
  readonly place: string;
  readonly text: string;
  readonly card: ParsedCard;
  readonly standing: Standing;
  /** Why it is refused. */
  readonly problems: readonly Problem[];
}

/** Compares what comes in with the library, whose files are given by id. Nothing is written. `seen` takes the ids that came, for a file that is compared in parts. */
export function compareWithLibrary(incoming: readonly IncomingCard[], library: ReadonlyMap<string, string>, seen = new Set<string>()): PlannedCard[] {
  return incoming.map(({ place, text }) => {
    const card = parseCard(text);
    const errors = card.problems.filter((problem) => problem.severity === "error");
    const id = card.front?.id;
    if (!isSound(card) || id === undefined) return { place, text, card, standing: "refused", problems: errors };
    if (seen.has(id)) {
      const twice: Problem = { severity: "error", rule: "duplicate-id", message: `the id ${id} comes twice in this file: give one of the cards another`, line: 1, column: 1 };
      return { place, text, card, standing: "refused", problems: [twice] };
    }
    seen.add(id);
    const known = library.get(id);
    return { place, text, card, standing: known === undefined ? "new" : known === text ? "same" : "changed", problems: [] };
  });
}
