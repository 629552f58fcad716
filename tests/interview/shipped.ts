import { readFileSync } from "node:fs";
import { isSound } from "../../lib/cards/card.ts";
import { parseCard } from "../../lib/cards/parse.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import type { LibraryCard } from "../../lib/content/library-card.ts";
import { inProject } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

/** The cards that the project ships. */
export const shipped: readonly LibraryCard[] = filesBelow(inProject("content/cards"), (file) => file.endsWith(".md")).flatMap((file) => {
  const card = parseCard(readFileSync(file, "utf8"));
  return isSound(card) ? [libraryCardOf(card, "revision", [])] : [];
});
