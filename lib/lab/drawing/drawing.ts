// A step's picture as plain data: boxes with places, slots, and arrows between them. Sizes are pixels of the picture.
import type { Chip, FrameId, FrameKind } from "../../engine/index.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What a slot holds. */
export type Held =
  /** A reference, drawn as an arrow, or by the chip where arrows would be too many. */
  | { readonly kind: "reference"; readonly to: Chip; readonly weak: boolean; /** Who holds it goes on when that is done. */ readonly awaits?: true }
  /** A value written into the slot: `None` always, other plain values in the compact view. */
  | { readonly kind: "inline"; readonly to: Chip; readonly text: string }
  /** An object without a box of its own, as nobody else refers to it. */
  | { readonly kind: "folded"; readonly to: Chip; readonly text: string }
  | { readonly kind: "unbound" | "deleted" | "empty" };

/** A name, an index or a key, and its slot. */
export interface Row {
  /** As `touchOf` names what can be chosen; null where it cannot. */
  readonly touch: string | null;
  readonly label: string;
  /** Index of a fast local, in small before its name. */
  readonly index: number | null;
  /** The slot holds a cell, which holds the value. */
  readonly cell: Chip | null;
  readonly held: Held;
  /** The object that is shown with all that it has when somebody asks for it here: a folded one, or the owner of more rows. */
  readonly opens: Chip | null;
  readonly changed: boolean;
  /** Top of the row, from the picture's top. */
  readonly y: number;
}

/** An entry of the value stack, and where its slot is. */
export interface StackEntry extends Point {
  readonly held: Held;
  /** Lent, not counted. */
  readonly borrowed: boolean;
}

export interface FrameBox extends Rect {
  readonly id: FrameId;
  readonly kind: FrameKind;
  readonly title: string;
  /** `line 5`, `waits at line 3`, `blocked at line 4`, `KeyError on its way`. */
  readonly note: string;
  /** `blocked`, `ready`: on top of a thread that does not run. */
  readonly state: "running" | "blocked" | "ready" | "waiting" | "suspended" | "returning" | "raising";
  readonly isNew: boolean;
  readonly rows: readonly Row[];
  /** The value stack, its top last; empty where it is not shown. */
  readonly stack: readonly StackEntry[];
}

/** How an object's box is drawn. */
export type Look = "plain" | "shared" | "cell" | "class" | "function" | "generator" | "exception" | "weak" | "task";

export interface ObjectBox extends Rect {
  readonly chip: Chip;
  readonly look: Look;
  readonly type: string;
  /** `rc 2`, `rc ∞`. */
  readonly count: string;
  /** Lines under the title: the value, a message, the order of look-up. */
  readonly lines: readonly string[];
  /** The first line is the value itself and is written large. */
  readonly isValue: boolean;
  readonly rows: readonly Row[];
  /** `new`, `changed`, `rc 1 → 2`, `freed`; empty: nothing happened to it in this step. */
  readonly tag: string;
  readonly state: "live" | "unreachable" | "freed";
  /** It was opened, and can be folded again. */
  readonly isOpened: boolean;
  /** The step compared it with `is`. */
  readonly isCompared: boolean;
  /** Where the next line looks for an attribute, in order: `1 ✗`, `2 ✓`; empty where it does not. */
  readonly stop: string;
  /** `cached small int`, `freed at step 41`, `unreachable`. */
  readonly note: string;
}

/** A way to an object, and its point; `towards` 1: from the left. */
export interface ArrowWay {
  readonly path: string;
  readonly head: Point & { readonly towards: 1 | -1 };
}

/** Arrows to one object come together before it. */
export interface Arrow extends ArrowWay {
  readonly key: string;
  /** Its way beside those that it runs together with; null where it is alone. */
  readonly apart: ArrowWay | null;
  readonly from: Point;
  readonly to: Chip;
  /** The box in which it begins: a frame or an object. */
  readonly owner: string;
  readonly weak: boolean;
  readonly awaits: boolean;
  readonly changed: boolean;
}

export interface ThreadLane extends Point {
  readonly id: number;
  readonly name: string;
  readonly note: string;
  readonly holdsGil: boolean;
}

/** The whole picture of a step. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Of the part with the frames alone, and of that with the objects. */
  readonly framesHeight: number;
  readonly heapHeight: number;
  /** Where the objects' part begins: a narrow screen shows one part at a time. */
  readonly heapX: number;
  readonly frames: readonly FrameBox[];
  readonly objects: readonly ObjectBox[];
  readonly arrows: readonly Arrow[];
  /** Empty with a single thread. */
  readonly lanes: readonly ThreadLane[];
  /** References are told by chips. */
  readonly byChips: boolean;
  /** Objects with a single owner stand in its rows. */
  readonly folds: boolean;
  /** There are more boxes than anybody can look through: a table says more. */
  readonly isCrowded: boolean;
  /** Objects of the step that are not drawn, as there are too many. */
  readonly hidden: number;
}

/** How pictures of a run are drawn. */
export interface DrawingOptions {
  /** Plain values are written into the slots that refer to them. */
  readonly compact: boolean;
  /** Functions, classes and modules too. */
  readonly withoutCode?: boolean;
  /** Objects stand in one column, as a small screen has room for. */
  readonly oneColumn?: boolean;
  /** Null: arrows, unless there are too many of them. */
  readonly byChips: boolean | null;
  /** Whether objects with a single owner stand in its rows; null or absent: where there are many objects. */
  readonly folds?: boolean | null;
  /** Objects that the reader opened: each has a box, with all of its rows. */
  readonly opened?: readonly Chip[];
}
