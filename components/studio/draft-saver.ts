import type { DraftState, SavedDraft, Theirs } from "../../lib/studio/types.ts";
import type { Sent } from "../ui/send.ts";

/** `waiting`: it will be sent in a moment. `unsent`: the last attempt failed, the text is kept here. */
export type SaveState = "saved" | "waiting" | "saving" | "unsent" | "conflict";

/** What the desk shows of the text and where it is kept. */
export interface Saver {
  readonly text: string;
  readonly draft: Omit<DraftState, "source">;
  readonly state: SaveState;
  /** What went wrong, in words; empty if nothing did. */
  readonly message: string;
  /** Questions of the library like the one that was saved last. */
  readonly like: SavedDraft["like"];
  /** The other text of a conflict. */
  readonly theirs: Theirs | null;
}

interface Surroundings {
  readonly cardId: string | null;
  readonly initial: DraftState;
  readonly like: SavedDraft["like"];
  /** Where this browser keeps the text until the server has it. */
  readonly storage: { readonly read: () => string | null; readonly write: (text: string) => void; readonly clear: () => void };
  readonly send: (body: object) => Promise<Sent<SavedDraft>>;
  readonly listener: (saver: Saver) => void;
}

const PAUSE_MS = 1_500;
const RETRY_MS = 10_000;

interface Kept {
  readonly text: string;
  readonly draftId: string | null;
  readonly version: number;
}

function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return typeof kept?.text === "string" ? { text: kept.text, draftId: kept.draftId ?? null, version: kept.version ?? 0 } : null;
  } catch {
    return null;
  }
}

/** Brings what is typed to the server: a while after the last key, one save at a time, never over somebody else's text. */
export class DraftSaver {
  #saver: Saver;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open: Promise<void> | null = null;
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
    const { source, ...draft } = around.initial;
    this.#saver = { text: source, draft, state: "saved", message: "", like: around.like, theirs: null };
  }

  get current(): Saver {
    return this.#saver;
  }

  /** Takes up what this browser has and the server has not. */
  resume(): void {
    const { initial } = this.#around;
    const kept = readKept(this.#around.storage.read());
    if (kept === null || kept.text === initial.source) return;
    const same = kept.version === initial.version && kept.draftId === initial.draftId;
    this.#tell(
      same
        ? { text: kept.text, state: "unsent", message: "This text was kept in this browser and is not on the server yet." }
        : { text: kept.text, state: "conflict", message: "This browser kept a text that is not the server's. Both are kept.", theirs: { ...initial, author: null } },
    );
  }

  #tell(change: Partial<Saver>): void {
    this.#saver = { ...this.#saver, ...change };
    this.#around.listener(this.#saver);
  }

  #keep(): void {
    const { text, draft } = this.#saver;
    this.#around.storage.write(JSON.stringify({ text, draftId: draft.draftId, version: draft.version } satisfies Kept));
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** A new text was typed. */
  edit(text: string): void {
    if (text === this.#saver.text) return;
    const { state } = this.#saver;
    this.#tell({ text, state: state === "conflict" || state === "saving" ? state : "waiting" });
    this.#keep();
    if (state !== "conflict") this.#later(PAUSE_MS);
  }

  /** Saves at once. Resolves when the server has the text, or the attempt failed; true if it has it. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#open !== null) await this.#open;
    const { state } = this.#saver;
    if (state === "conflict") return false;
    if (state !== "saved") {
      this.#open = this.#send().finally(() => { this.#open = null; });
      await this.#open;
    }
    return this.#saver.state === "saved";
  }

  async #send(): Promise<void> {
    const { text, draft: { draftId, version, baseRevisionId } } = this.#saver;
    this.#tell({ state: "saving" });
    const sent = await this.#around.send({ draftId, cardId: this.#around.cardId, baseRevisionId, seen: version, source: text });
    if (sent.ok) return this.#stored(text, sent.body);
    const theirs = sent.status === 409 ? (sent.body as { theirs?: Theirs } | null)?.theirs : undefined;
    // The answer to an earlier save of this text was lost on the way: it is there.
    if (theirs?.draftId != null && theirs.source === text) return this.#stored(text, { draftId: theirs.draftId, version: theirs.version, like: this.#saver.like });
    if (theirs !== undefined) return this.#tell({ state: "conflict", message: sent.message, theirs });
    this.#tell({ state: "unsent", message: sent.message });
    if (sent.status === 0 || sent.status === 429 || sent.status >= 500) this.#later(RETRY_MS);
  }

  #stored(text: string, { draftId, version, like }: SavedDraft): void {
    const upToDate = this.#saver.text === text;
    this.#tell({ draft: { ...this.#saver.draft, draftId, version }, state: upToDate ? "saved" : "waiting", message: "", like, theirs: null });
    if (upToDate) this.#around.storage.clear();
    else {
      this.#keep();
      this.#later(PAUSE_MS);
    }
  }

  /** Another text turned up outside of a save: published meanwhile, for example. */
  meet(theirs: Theirs, message: string): void {
    this.#tell({ state: "conflict", message, theirs });
    this.#keep();
  }

  /** Ends a conflict with one's own text: it follows theirs and is saved. */
  keepMine(text: string): void {
    const { theirs } = this.#saver;
    if (theirs === null) return;
    const { source: _, author: __, ...draft } = theirs;
    this.#tell({ text, draft, state: "waiting", message: "", theirs: null });
    this.#keep();
    this.#later(0);
  }

  /** Ends a conflict with their text. */
  takeTheirs(): void {
    const { theirs } = this.#saver;
    if (theirs === null) return;
    const { source, author: _, ...draft } = theirs;
    this.#tell({ text: source, draft, state: "saved", message: "", theirs: null });
    this.#around.storage.clear();
  }

  /** The text is wanted no more, here neither. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#around.storage.clear();
  }

  /** No save begins any more. What is not on the server stays in this browser. */
  dispose(): void {
    clearTimeout(this.#timer);
  }
}
