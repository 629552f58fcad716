/** What a reader is told of a flag. */
export type Outcome =
  | { readonly kind: "open"; /** What an author wrote meanwhile; empty if nothing. */ readonly reply: string }
  /** `revision` is the number of the revision that corrects it; null while there is none. */
  | { readonly kind: "accepted"; readonly revision: number | null; readonly word: string }
  | { readonly kind: "dismissed"; readonly word: string };

interface Decided {
  readonly status: "OPEN" | "ACCEPTED" | "DISMISSED";
  readonly createdAt: number;
  readonly word: string;
  readonly reply: string;
  /** Number of the revision that the reader saw. */
  readonly seen: number;
}

interface Revision {
  readonly number: number;
  readonly createdAt: number;
}

/**
 * What became of a flag. The revision that corrects it is the first one made after the flag; where the reader saw an old
 * text that was already replaced, the newest.
 */
export function outcomeOf({ status, createdAt, word, reply, seen }: Decided, revisions: readonly Revision[]): Outcome {
  if (status === "OPEN") return { kind: "open", reply };
  if (status === "DISMISSED") return { kind: "dismissed", word };
  const later = revisions.filter((revision) => revision.number > seen).toSorted((a, b) => a.number - b.number);
  const corrects = later.find((revision) => revision.createdAt > createdAt) ?? later.at(-1);
  return { kind: "accepted", revision: corrects?.number ?? null, word };
}

/** The outcome as the end of "You flagged this on 12 November: …". */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.kind === "open") return outcome.reply === "" ? "waiting for an author" : `not decided yet. An author replies: ${outcome.reply}`;
  if (outcome.kind === "dismissed") return outcome.word === "" ? "nothing was changed" : `nothing was changed. ${outcome.word}`;
  const what = outcome.revision === null ? "accepted, a correction is being written" : `corrected in revision ${outcome.revision}`;
  return outcome.word === "" ? what : `${what}. ${outcome.word}`;
}
