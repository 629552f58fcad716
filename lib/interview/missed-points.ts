/** What is read of a card to say whether it teaches a point. */
interface Teaching {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
}

interface Missed extends Teaching {
  readonly prerequisites: readonly string[];
  readonly followups: readonly string[];
}

/** Cards besides its own that a missed point leads to. */
const OTHERS_AT_MOST = 2;
/** Words that a title and a point must share: one alone is chance. */
const SHARED_WORDS = 2;
const SHORTEST_WORD = 4;

const COMMON = new Set(["that", "this", "than", "then", "with", "from", "into", "only", "also", "does", "have", "what", "when", "which", "where", "while", "each", "every", "same", "other", "there", "their", "they", "must", "more", "most", "such", "until", "after", "before", "first", "python", "because", "between", "itself", "still", "never", "always"]);

/** The words of a text that say what it is about, without a plural's ending. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z_][a-z0-9_.]*/g) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word)).map((word) => word.replace(/(?<=[a-z]{3})(es|s)$/, "")));
}

/**
 * The cards that a missed rubric point of `card` leads to: the card itself, then cards of the library whose titles are about the
 * point. Cards that the author tied to it come before others of its topic; the more words they share, the sooner.
 */
export function cardsOfPoint<Card extends Teaching>(point: string, card: Missed, library: readonly Card[]): Card[] {
  const wanted = wordsOf(point);
  const near = library.flatMap((one) => {
    const tied = card.prerequisites.includes(one.id) || card.followups.includes(one.id);
    if (one.id === card.id || (!tied && one.topic !== card.topic)) return [];
    const shared = [...wordsOf(one.title)].filter((word) => wanted.has(word)).length;
    return shared >= SHARED_WORDS || (tied && shared > 0) ? [{ one, worth: shared + (tied ? 1 : 0) }] : [];
  });
  const others = near.sort((a, b) => b.worth - a.worth || (a.one.id < b.one.id ? -1 : 1)).slice(0, OTHERS_AT_MOST);
  return [...library.filter((one) => one.id === card.id), ...others.map(({ one }) => one)];
}
