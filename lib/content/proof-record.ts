import { z } from "zod";
import type { SoundCard } from "../cards/card.ts";
import { blockVersions, type ProofResult } from "../cards/prove.ts";
import { formatVersions, VERSIONS } from "../cards/versions.ts";
import type { ProofCell } from "./library-card.ts";
import { cellsOf, OUTCOMES } from "./proof-cells.ts";

const failure = z.object({ line: z.number().int(), message: z.string(), expected: z.string().nullable(), actual: z.string().nullable() });

const result = z.object({
  proof: z.string(),
  version: z.enum(VERSIONS),
  mode: z.enum(["script", "repl"]),
  outcome: z.enum(OUTCOMES),
  failure: failure.nullable(),
});

/** `content/proofs.json`: what the proofs of each card did, for the text with that hash. */
export const proofFileSchema = z.object({
  /** Hash of the engine that ran the proofs. */
  engineHash: z.string().min(1),
  /** UTC ms. */
  ranAt: z.number().int().nonnegative(),
  cards: z.record(z.string(), z.object({ hash: z.string(), results: z.array(result) })),
});

export type ProofFile = z.infer<typeof proofFileSchema>;

/** The cells recorded for one text of a card; none if what was proven is another text. */
export function entriesOf(file: ProofFile | null, cardId: string, hash: string): ProofCell[] {
  const record = file !== null && Object.hasOwn(file.cards, cardId) ? file.cards[cardId] : undefined;
  return file === null || record === undefined || record.hash !== hash ? [] : cellsOf(record.results, file);
}

/** Whether a card's proofs are run here and recorded; the others say where their word comes from. */
export function isRecorded({ front }: SoundCard): boolean {
  return front.evidence === "proven" || front.evidence === "model";
}

const REPAIR = "Run: npm run -s cards:record";

/** What the record lacks of the library: a sentence for each card whose text, block or version is not in it as it is now, or did not hold. */
export function recordGaps(file: ProofFile | null, cards: readonly SoundCard[]): string[] {
  if (file === null) return [`No proofs were recorded. ${REPAIR}`];
  const wanted = cards.filter(isRecorded);
  const ids = new Set(wanted.map((card) => card.front.id));
  const orphans = Object.keys(file.cards).filter((id) => !ids.has(id));
  return [...wanted.flatMap((card) => cardGaps(file, card)), ...orphans.map((id) => `${id}: recorded, but no such card is proven here. ${REPAIR}`)];
}

function cardGaps(file: ProofFile, card: SoundCard): string[] {
  const { id } = card.front;
  const record = Object.hasOwn(file.cards, id) ? file.cards[id] : undefined;
  if (record === undefined) return [`${id}: its proofs were never recorded. ${REPAIR}`];
  if (record.hash !== card.hash) return [`${id}: it was changed after its proofs were recorded. ${REPAIR}`];
  return card.proofs.flatMap((proof) => {
    const own = record.results.filter((one) => one.proof === proof.name);
    const missing = blockVersions(card, proof).filter((version) => !own.some((one) => one.version === version));
    const failing = VERSIONS.filter((version) => own.some((one) => one.version === version && one.outcome !== "held"));
    return [
      ...(missing.length === 0 ? [] : [`${id}: ${proof.name} was not recorded in ${formatVersions(missing)}. ${REPAIR}`]),
      ...(failing.length === 0 ? [] : [`${id}: ${proof.name} did not hold in ${formatVersions(failing)}. See: npm run -s cards -- check`]),
    ];
  });
}

/** A card's proofs as they came out. */
export interface ProvenCard {
  readonly id: string;
  /** Hash of the text that was proven. */
  readonly hash: string;
  readonly results: readonly ProofResult[];
}

/** The text of `content/proofs.json`: cards by id, a line for each block, so that a change reads well in a diff. */
export function proofFileOf(cards: readonly ProvenCard[], engineHash: string, ranAt: number): string {
  const entries = [...cards].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, hash, results }) => {
    const lines = results.map(({ proof, version, mode, outcome, failure: why }) => `      ${JSON.stringify({ proof, version, mode, outcome, failure: why })}`);
    return `    ${JSON.stringify(id)}: { "hash": ${JSON.stringify(hash)}, "results": [\n${lines.join(",\n")}\n    ] }`;
  });
  return `{\n  "engineHash": ${JSON.stringify(engineHash)},\n  "ranAt": ${ranAt},\n  "cards": {\n${entries.join(",\n")}\n  }\n}\n`;
}
