import type { PyObject } from "../core/object.ts";
import type { Frame } from "../types/frame.ts";

/** The host's own look at a run. It is called between two instructions, or at the border of a frame, and only reads. */
export interface Observer {
  /** The next instruction of the frame begins a line. */
  line(frame: Frame, line: number): void;
  /** Before each instruction, also those that begin a line (before `line` then). */
  instruction?(frame: Frame): void;
  /** A frame starts, or a generator's goes on. */
  entered?(frame: Frame): void;
  /** A frame gives a value (borrowed) and ends or is suspended; with null an exception leaves it. */
  left?(frame: Frame, value: PyObject | null): void;
  /** An exception comes up in the frame: raised here, or out of a call. */
  raised?(frame: Frame, exception: PyObject): void;
}
