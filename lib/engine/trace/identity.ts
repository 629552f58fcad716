import type { PyObject } from "../core/object.ts";
import type { Frame } from "../types/frame.ts";
import type { Chip, FrameId } from "./recording.ts";

/** Numbers below this stand for objects whose number is not known yet. */
const PROVISIONAL = -(2 ** 40);
/** Objects that only exist between two steps have numbers between those of the steps: 11.01, 11.02. */
const PARTS = 100;

/** Numbers for objects and activations, in the order in which they are first seen. */
export class Identity {
  private readonly chips = new Map<PyObject, Chip>();
  private readonly frames = new Map<Frame, FrameId>();
  private framesSeen = 0;
  private provisional: Map<PyObject, Chip> | null = null;
  /** Grows when new objects begin to get numbers of another kind. */
  era = 0;

  chipOf(object: PyObject): Chip {
    const known = this.chips.get(object);
    if (known !== undefined) return known;
    if (this.provisional) return this.provisionalOf(object, this.provisional);
    const chip = this.chips.size + 1;
    this.chips.set(object, chip);
    return chip;
  }

  private provisionalOf(object: PyObject, provisional: Map<PyObject, Chip>): Chip {
    const known = provisional.get(object);
    if (known !== undefined) return known;
    const chip = PROVISIONAL - provisional.size - 1;
    provisional.set(object, chip);
    return chip;
  }

  get isBetween(): boolean {
    return this.provisional !== null;
  }

  /** From now on new objects get numbers that `settle` replaces: by those of the next step, or by parts of a number. */
  beginBetween(): void {
    this.provisional = new Map();
    this.era++;
  }

  /** New objects get numbers again. What stands for the provisional ones is known when the step has been read. */
  endBetween(): () => ReadonlyMap<Chip, Chip> {
    const { provisional } = this;
    const last = this.chips.size;
    this.provisional = null;
    this.era++;
    return () => {
      const settled = new Map<Chip, Chip>();
      let parts = 0;
      for (const [object, chip] of provisional ?? []) settled.set(chip, this.chips.get(object) ?? last + ++parts / PARTS);
      return settled;
    };
  }

  frameOf(frame: Frame): FrameId {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    const id = ++this.framesSeen;
    this.frames.set(frame, id);
    return id;
  }

  /** The activation is over: its Frame may serve another one. */
  forgetFrame(frame: Frame): void {
    this.frames.delete(frame);
  }
}

/** Plain data with other numbers for the objects; what was shared stays shared. */
export function renumbered<T>(data: T, settled: ReadonlyMap<Chip, Chip>): T {
  const made = new Map<object, unknown>();
  const visit = (value: unknown): unknown => {
    if (typeof value === "number") return value < PROVISIONAL ? (settled.get(value) ?? value) : value;
    if (typeof value !== "object" || value === null) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    const copy = Array.isArray(value) ? value.map(visit) : Object.fromEntries(Object.entries(value).map(([key, field]) => [key, visit(field)]));
    const isSame = Object.entries(value).every(([key, field]) => (copy as Record<string, unknown>)[key] === field);
    const result = isSame ? value : copy;
    made.set(value, result);
    return result;
  };
  return visit(data) as T;
}
