import { isSound, type SoundCard } from "../cards/card.ts";
import { checkLibrary } from "../cards/library.ts";
import type { ProofResult } from "../cards/prove.ts";
import { formatVersions, type Version } from "../cards/versions.ts";
import { isRecorded } from "../content/proof-record.ts";
import type { ProvenSource } from "../lab/process-messages.ts";
import type { EditClass, Reason } from "./types.ts";

const WORDS: Record<Exclude<ProofResult["outcome"], "held">, string> = { failed: "does not hold", stopped: "was stopped", unsupported: "cannot be run by the engine yet" };

/** A sentence for each way in which a block did not hold, with the versions in which it did not. */
export function brokenProofs(results: readonly ProofResult[]): Reason[] {
  const groups = new Map<string, { readonly result: ProofResult; readonly versions: Version[] }>();
  for (const result of results) {
    if (result.outcome === "held") continue;
    const key = JSON.stringify([result.proof, result.outcome, result.failure]);
    const group = groups.get(key) ?? { result, versions: [] };
    group.versions.push(result.version);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ result: { proof, outcome, failure, line }, versions }) => {
    const told = failure === null ? "" : [failure.message, failure.expected === null ? "" : `expected ${failure.expected}`, failure.actual === null ? "" : `got ${failure.actual}`].filter((part) => part !== "").join("; ");
    return { line: failure?.line ?? line, message: `${proof} ${outcome === "held" ? "" : WORDS[outcome]} in Python ${formatVersions(versions)}: ${told}` };
  });
}

/** What the text is published as. */
export interface Intent {
  /** The card that it edits; null for a first publication. */
  readonly cardId: string | null;
  readonly editClass: EditClass | null;
  /** The other published cards. */
  readonly others: readonly SoundCard[];
}

export type Verdict = { readonly card: SoundCard; readonly advice: readonly Reason[] } | { readonly reasons: readonly Reason[] };

function identityReasons(id: string, { cardId, editClass }: Intent): Reason[] {
  if (cardId === null) return [];
  if (editClass === null) return [{ line: null, message: "Say what kind of change it is: it decides what those see who learnt the card before." }];
  if (editClass === "REPLACE") return id === cardId ? [{ line: 1, message: `A replacement is a card of its own: give it another id than "${cardId}".` }] : [];
  return id === cardId ? [] : [{ line: 1, message: `The id of a published card stays "${cardId}". For a card with another id choose the class replace.` }];
}

/** Whether a text may be published: the card and what is advised, or all reasons against it. */
export function judge(proven: ProvenSource, intent: Intent): Verdict {
  const { card, problems, results } = proven;
  const errors = problems.filter((problem) => problem.severity === "error").map(({ line, message }): Reason => ({ line, message }));
  if (!isSound(card)) return { reasons: errors };
  const { id, topic } = card.front;
  const path = `${topic}/${id}.md`;
  const others = intent.others.filter((other) => other.front.id !== id && (intent.editClass !== "REPLACE" || other.front.id !== intent.cardId));
  const files = [...others.map((other) => ({ path: `${other.front.topic}/${other.front.id}.md`, card: other })), { path, card }];
  const together = checkLibrary(files).filter((one) => one.path === path).map((one) => one.problem);
  const unproven = isRecorded(card) && results.length === 0 && errors.length === 0 ? [{ line: null, message: "Nothing was proven." }] : [];
  const reasons = [
    ...errors,
    ...identityReasons(id, intent),
    ...together.filter((problem) => problem.severity === "error").map(({ line, message }): Reason => ({ line, message })),
    ...brokenProofs(results),
    ...unproven,
  ];
  if (reasons.length > 0) return { reasons };
  return { card, advice: [...problems, ...together].filter((problem) => problem.severity === "warning").map(({ line, message }) => ({ line, message })) };
}
