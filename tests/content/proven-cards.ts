import { isSound, type SoundCard } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, loadCards } from "../../lib/cards/files.ts";

/** The library's cards that say they are proven, of CPython or of a model that runs. */
export const provenCards = (): { readonly id: string; readonly card: SoundCard }[] =>
  loadCards([CARDS_FOLDER], CARDS_FOLDER)
    .map((file) => file.card)
    .filter(isSound)
    .filter((card) => card.front.evidence === "proven" || card.front.evidence === "model")
    .map((card) => ({ id: card.front.id, card }));
