import { isSound, type ParsedCard, type Prediction, type SoundCard } from "../cards/card.ts";
import { parseCard } from "../cards/parse.ts";
import { sha256 } from "../cards/sha256.ts";
import { blockText } from "../cards/tree.ts";
import { foldForSearch } from "./fold.ts";

/** A file below content/cards, read. */
export interface CardFile {
  /** As shown in messages: `identity/small-ints.md`. */
  readonly path: string;
  /** The file's name without its ending: what the card's id must be. */
  readonly name: string;
  readonly source: string;
  readonly card: ParsedCard;
}

/** What the database has of a card. */
export interface StoredCard {
  readonly id: string;
  readonly origin: "FILE" | "DATABASE";
  readonly status: "DRAFT" | "REVIEW" | "PUBLISHED" | "RETIRED";
  /** `sourceHash` of the file's text that was imported last; null for a card written in the database. */
  readonly importedHash: string | null;
  /** The text of the current revision; null for a card without one. */
  readonly current: { readonly source: string } | null;
}

export type EditClass = "TYPO" | "CLARIFY" | "CORRECT";

/** A card to write: a first or a further revision. */
export interface Import {
  readonly card: SoundCard;
  readonly source: string;
}

export interface SyncPlan {
  readonly added: readonly Import[];
  readonly changed: readonly (Import & { readonly editClass: EditClass })[];
  /** Text equal to the database's, but the note of what was imported, or the status, is behind. */
  readonly adopted: readonly { readonly id: string; readonly importedHash: string }[];
  readonly retired: readonly string[];
  readonly same: readonly string[];
  /** Changed in the file and in the database: an author merges the two. */
  readonly met: readonly { readonly id: string; readonly source: string; readonly hash: string }[];
  /** Sentences for who keeps the library: files with errors, cards edited on both sides. Nothing was done about them. */
  readonly reports: readonly string[];
}

/** Hash of a file's whole text. Other than a revision's hash it also sees what no learner sees, such as tags. */
export function sourceHash(source: string): string {
  return sha256(source);
}

/**
 * What has to happen so that the database holds what the files say. A card whose text was edited
 * in the database is never overwritten or retired, only reported. A file with errors is reported
 * and its card left as it is.
 */
export function planSync(files: readonly CardFile[], stored: readonly StoredCard[]): SyncPlan {
  const plan: Draft = { added: [], changed: [], adopted: [], retired: [], same: [], met: [], reports: [] };
  const known = new Map(stored.map((card) => [card.id, card]));
  const seen = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const twin = seen.get(file.name);
    seen.set(file.name, twin ?? file.path);
    const fault = twin === undefined ? faultOf(file) : `has the same id as ${twin}; ids are never used twice`;
    if (fault !== null || !isSound(file.card)) {
      plan.reports.push(`${file.path}: ${fault ?? "has errors"}`);
      continue;
    }
    placeFile({ path: file.path, source: file.source, card: file.card }, known.get(file.name), plan);
  }
  for (const card of stored) {
    if (seen.has(card.id) || card.origin !== "FILE" || card.status === "RETIRED") continue;
    if (isEdited(card)) plan.reports.push(`${card.id}: its file is gone, but it was edited in the database; it stays`);
    else plan.retired.push(card.id);
  }
  if (plan.retired.length > 0 && files.length === 0) {
    throw new Error(`No card was found in content/cards, but the database has ${plan.retired.length} from there. Nothing was retired; restore the folder.`);
  }
  return plan;
}

type Draft = { -readonly [Key in keyof SyncPlan]: SyncPlan[Key] extends readonly (infer Item)[] ? Item[] : never };

function placeFile(file: Import & { readonly path: string }, before: StoredCard | undefined, plan: Draft): void {
  const { card, source } = file;
  const { id } = card.front;
  const imported = sourceHash(source);
  if (before === undefined || before.current === null) plan.added.push({ card, source });
  else if (isWithdrawn(before)) {
    plan.same.push(id);
    if (before.importedHash !== imported) plan.reports.push(`${file.path}: changed here, but the card was retired by an admin; it stays retired`);
  } else if (before.current.source === source) {
    const upToDate = before.importedHash === imported && before.origin === "FILE" && before.status !== "RETIRED";
    if (upToDate) plan.same.push(id);
    else plan.adopted.push({ id, importedHash: imported });
  } else if (before.origin === "DATABASE") {
    // An author who has seen the file and kept the library's text has settled it.
    if (before.importedHash === imported) return;
    plan.met.push({ id, source, hash: imported });
    plan.reports.push(`${file.path}: the database has a card of its own with this id; both texts wait at /studio/upgrades, or rename the file and its id`);
  } else if (!isEdited(before)) plan.changed.push({ card, source, editClass: editClassOf(parseCard(before.current.source), card) });
  else if (before.importedHash === imported) plan.reports.push(`${file.path}: edited in the database since it was imported; the database's text stays`);
  else {
    plan.met.push({ id, source, hash: imported });
    plan.reports.push(`${file.path}: changed here and in the database; the database's text stays until the two are merged at /studio/upgrades`);
  }
}

/** Whether an admin retired a card from a file. One whose file was gone has no hash any more, and comes back with its file. */
function isWithdrawn(card: StoredCard): boolean {
  return card.origin === "FILE" && card.status === "RETIRED" && card.importedHash !== null;
}

/** Whether the current text is another than the one imported last. */
function isEdited(card: StoredCard): boolean {
  if (card.status === "RETIRED" && card.importedHash === null) return false;
  return card.current !== null && (card.importedHash === null || sourceHash(card.current.source) !== card.importedHash);
}

function faultOf(file: CardFile): string | null {
  const first = file.card.problems.find((problem) => problem.severity === "error");
  if (first !== undefined) return `line ${first.line}: ${first.message}. Run: npm run -s cards -- check content/cards/${file.path}`;
  const id = file.card.front?.id;
  return id === file.name ? null : `its id is "${id ?? ""}", but the id must be the file's name`;
}

/**
 * The class of an edit made in a file, where no author chose one: correct if a program prints
 * something else now, clarify if words changed, typo if a learner sees no difference, or only forms
 * of the question came or went.
 */
export function editClassOf(before: ParsedCard, after: ParsedCard): EditClass {
  const outputs = ({ outputs: all }: Prediction): string => JSON.stringify(all.map(({ text, versions }) => [text, versions]));
  const asked = (card: ParsedCard): Prediction[] => card.variants.map(({ prediction }) => prediction);
  const first = ({ prediction }: ParsedCard): string => (prediction === null ? "" : outputs(prediction));
  const isCorrected = asked(after).some((now) => asked(before).some((then) => then.source === now.source && outputs(then) !== outputs(now)));
  if (first(before) !== first(after) || isCorrected) return "CORRECT";
  return before.firstFormHash === after.firstFormHash ? "TYPO" : "CLARIFY";
}

/** What the library's search looks in: title, question, answer, tags and topic, without regard to case or accents. */
export function searchTextOf({ front, question, answer }: SoundCard): string {
  return foldForSearch([front.id, front.title, front.topic, ...front.tags, blockText(question), blockText(answer)].join(" "));
}

/** `48 cards: 3 new, 1 changed, 44 the same, 0 retired, 2 reported`. */
export function syncLine(plan: SyncPlan): string {
  const { added, changed, adopted, same, retired, reports } = plan;
  const total = added.length + changed.length + adopted.length + same.length;
  return `${total} card${total === 1 ? "" : "s"}: ${added.length} new, ${changed.length} changed, ${same.length + adopted.length} the same, ${retired.length} retired, ${reports.length} reported`;
}
