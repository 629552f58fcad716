import type { PyObject } from "./object.ts";
import type { StopReason } from "../types.ts";

/** The only JavaScript value that is thrown for a guest exception. It owns one reference to the exception object. */
export class Raise {
  readonly exception: PyObject;
  constructor(exception: PyObject) {
    this.exception = exception;
  }
}

/** The end of a run by a limit or by something this engine does not model. No guest code can catch it, and none runs after it. */
export class Stop {
  readonly reason: StopReason;
  /** A sentence without its full stop: who reports it adds the line. */
  readonly message: string;
  constructor(reason: StopReason, message: string) {
    this.reason = reason;
    this.message = message;
  }
}
