/** A card that was edited here and changed in a file of the release. */
export interface UpgradeRow {
  readonly cardId: string;
  readonly title: string;
  /** When the file came, UTC ms. */
  readonly cameAt: number;
}

/** The three texts of such a card. */
export interface Upgrade extends UpgradeRow {
  /** Of the file, by which a decision names what it saw. */
  readonly hash: string;
  /** What both sides began from; null where the card was written here under the file's id. */
  readonly base: string | null;
  /** The library's text. */
  readonly mine: string;
  readonly mineRevisionId: string;
  /** The file's text. */
  readonly theirs: string;
  /** Whether somebody is writing at the card: a merge begins a draft, and there is one already. */
  readonly hasDraft: boolean;
}
