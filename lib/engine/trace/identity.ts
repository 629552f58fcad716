import type { PyObject } from "../core/object.ts";
import type { Frame } from "../types/frame.ts";
import type { Chip, FrameId } from "./recording.ts";

/** Numbers for objects and activations, in the order in which they are first seen. */
export class Identity {
  private readonly chips = new Map<PyObject, Chip>();
  private readonly objects: PyObject[] = [];
  private readonly frames = new Map<Frame, FrameId>();
  private framesSeen = 0;

  chipOf(object: PyObject): Chip {
    const known = this.chips.get(object);
    if (known !== undefined) return known;
    const chip = this.chips.size + 1;
    this.chips.set(object, chip);
    this.objects.push(object);
    return chip;
  }

  objectOf(chip: Chip): PyObject {
    return this.objects[chip - 1];
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
