import type { PyObject } from "../core/object.ts";
import type { Identity } from "./identity.ts";
import type { Chip, ObjView } from "./recording.ts";

/**
 * An object that looks have met, and what they made of it. It knows those that it refers to, so that a look at what has not
 * changed goes from one to the next without searching for any.
 */
export class Seen {
  readonly object: PyObject;
  /** What the last look that showed it made of it. */
  view: ObjView | null = null;
  /** Where the edges of that view end. */
  ends: readonly (Seen | null)[] = [];
  /** Numbers of looks: the last one that met it, the last one that showed it, and the one before that did. */
  metAt = 0;
  shownAt = 0;
  shownBefore = 0;
  private chip: Chip = 0;
  private chipOf = -1;

  constructor(object: PyObject) {
    this.object = object;
  }

  /** Its number, which is another one only where the kind of numbers has changed since. */
  number(identity: Identity): Chip {
    if (this.chipOf !== identity.era) {
      this.chip = identity.chipOf(this.object);
      this.chipOf = identity.era;
    }
    return this.chip;
  }

  show(look: number): void {
    this.shownBefore = this.shownAt;
    this.shownAt = look;
  }
}

/** All of them. */
export class SeenObjects {
  private readonly known = new Map<PyObject, Seen>();

  of(object: PyObject): Seen {
    const known = this.known.get(object);
    if (known !== undefined) return known;
    const made = new Seen(object);
    this.known.set(object, made);
    return made;
  }
}
