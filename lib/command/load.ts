import { existsSync } from "node:fs";
import { CARDS_FOLDER, loadCards } from "../cards/files.ts";
import { UsageError } from "./arguments.ts";

export type Loaded = ReturnType<typeof loadCards>[number];

/** The cards of the files and folders named, or of the whole library. */
export function load(paths: readonly string[]): Loaded[] {
  const wanted = paths.length === 0 ? [CARDS_FOLDER] : paths;
  const missing = wanted.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`there is no ${missing}`);
  const cards = loadCards(wanted, CARDS_FOLDER);
  if (cards.length === 0) throw new UsageError(`no cards in ${wanted.join(", ")}`);
  return cards;
}
