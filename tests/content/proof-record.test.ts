import { expect, test } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { CARDS_FOLDER, loadCards } from "../../lib/cards/files.ts";
import { readProofFile } from "../../lib/content/files.ts";
import { recordGaps } from "../../lib/content/proof-record.ts";

test("content/proofs.json records every block of every proven card, for its text as it is now, in each of its versions", () => {
  const cards = loadCards([CARDS_FOLDER], CARDS_FOLDER).map((file) => file.card).filter(isSound);
  expect(recordGaps(readProofFile("content/proofs.json"), cards)).toEqual([]);
});
