import type { ParsedCard, SoundCard } from "./card.ts";
import { CARD_LIMITS } from "./prescan.ts";
import { error, warning } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { blockText, codeBlocks } from "./tree.ts";

/** A card and where it stands: a path with slashes, relative to the folder of cards (`small-ints/257.md`). */
export interface CardFile {
  readonly path: string;
  readonly card: ParsedCard;
}

export interface FileProblem {
  readonly path: string;
  readonly problem: Problem;
}

const TOP = { line: 1, column: 1 };

function placement(file: CardFile): Problem[] {
  const front = file.card.front;
  if (front === null) return [];
  const wanted = `${front.topic}/${front.id}.md`;
  return file.path === wanted ? [] : [error("file-name", `the card stands in ${file.path}: its place is ${wanted}`, TOP)];
}

function references(file: CardFile, ids: ReadonlyMap<string, CardFile>): Problem[] {
  const front = file.card.front;
  if (front === null) return [];
  const missing = (field: string, list: readonly string[]): Problem[] =>
    list.flatMap((id) => {
      if (id === front.id) return [error("missing-card", `${field}: the card names itself`, TOP)];
      return ids.has(id) ? [] : [error("missing-card", `${field}: there is no card "${id}"`, TOP)];
    });
  return [...missing("prerequisites", front.prerequisites), ...missing("followups", front.followups)];
}

/** A path of prerequisites from the card back to itself, or null. */
function cycle(start: string, ids: ReadonlyMap<string, CardFile>): string[] | null {
  const seen = new Set<string>();
  const walk: { readonly id: string; readonly path: readonly string[] }[] = [{ id: start, path: [start] }];
  for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
    for (const next of ids.get(at.id)?.card.front?.prerequisites ?? []) {
      if (next === start) return [...at.path, start];
      if (!seen.has(next)) walk.push({ id: next, path: [...at.path, next] });
      seen.add(next);
    }
  }
  return null;
}

/** The question as a set of words, with its code. */
function words(card: ParsedCard): Set<string> {
  const text = `${blockText(card.question)} ${codeBlocks(card.question).map((code) => code.text).join(" ")}`;
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

const NEAR = 0.85;

/** A question of the library that is like another. */
export interface LikeQuestion {
  readonly id: string;
  readonly title: string;
  /** The part of their words that both have, 0 to 1. */
  readonly share: number;
}

/** From this share of common words on a question is worth a look before another like it is written. */
const LIKE = 0.55;
const LIKE_AT_MOST = 3;

/** The questions most like a card's, the nearest first; the card itself is left out. */
export function likeQuestions(card: ParsedCard, others: readonly SoundCard[]): LikeQuestion[] {
  const own = words(card);
  if (own.size === 0) return [];
  const found = others.flatMap((other): LikeQuestion[] => {
    if (other.front.id === card.front?.id) return [];
    const share = overlap(own, words(other));
    return share < LIKE ? [] : [{ id: other.front.id, title: other.front.title, share }];
  });
  return found.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1)).slice(0, LIKE_AT_MOST);
}

/**
 * Pairs of like questions. Two sets with an overlap of at least NEAR share one of the few rarest words of each, so only
 * questions that do are compared: linear in practice, where comparing all pairs of a large pack would take seconds.
 */
function nearDuplicates(files: readonly CardFile[]): FileProblem[] {
  const questions = files.map((file) => ({ file, words: words(file.card) }));
  const counts = new Map<string, number>();
  for (const question of questions) for (const word of question.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byRareWord = new Map<string, number[]>();
  return questions.flatMap((one, index) => {
    const rarest = [...one.words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
    const prefix = rarest.slice(0, rarest.length - Math.ceil(NEAR * rarest.length) + 1);
    const candidates = new Set(prefix.flatMap((word) => byRareWord.get(word) ?? []));
    for (const word of prefix) byRareWord.set(word, [...(byRareWord.get(word) ?? []), index]);
    const like = [...candidates].flatMap((at) => questions[at] ?? []).find((other) => overlap(one.words, other.words) >= NEAR);
    if (like === undefined) return [];
    const message = `the question is nearly that of ${like.file.path}: two like questions with unlike answers disturb each other`;
    return [{ path: one.file.path, problem: warning("near-duplicate", message, TOP) }];
  });
}

/**
 * What can be judged only of cards together: ids are unique, files stand at TOPIC/ID.md, the cards named exist,
 * prerequisites do not run in a circle, questions differ.
 */
export function checkLibrary(files: readonly CardFile[]): FileProblem[] {
  const ids = new Map<string, CardFile>();
  const problems: FileProblem[] = [];
  if (files.length > CARD_LIMITS.cards) {
    return [{ path: files[0]?.path ?? "", problem: error("too-many-cards", `there are ${files.length} cards: ${CARD_LIMITS.cards} are the limit of one pack`, TOP) }];
  }
  for (const file of files) {
    const id = file.card.front?.id;
    if (id === undefined) continue;
    const first = ids.get(id);
    if (first === undefined) ids.set(id, file);
    else problems.push({ path: file.path, problem: error("duplicate-id", `the id "${id}" is taken by ${first.path}: ids are never used twice`, TOP) });
  }
  for (const file of files) {
    const own = [...placement(file), ...references(file, ids)];
    const circle = file.card.front === null ? null : cycle(file.card.front.id, ids);
    if (circle !== null) own.push(error("prerequisite-cycle", `the prerequisites run in a circle: ${circle.join(" -> ")}`, TOP));
    problems.push(...own.map((problem) => ({ path: file.path, problem })));
  }
  return [...problems, ...nearDuplicates(files)];
}
