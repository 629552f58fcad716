import { defineType } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { auditRead } from "../protocol/audit.ts";
import type { PyFrame } from "./frame-object.ts";
import { rareMembers } from "./rare-members.ts";

/** One level of a traceback: the frame an exception passed through, and where (Python/traceback.c). */
export class PyTraceback extends PyObject {
  next: PyTraceback | null;
  readonly frame: PyFrame;
  /** Index of the instruction that raised. */
  readonly lasti: number;
  readonly line: number;
  /** `tb_lasti` of one that a program made. */
  shownOffset: number | null = null;
  private held = true;

  /** Takes over the references to `next` and `frame`. */
  constructor(rt: Runtime, next: PyTraceback | null, frame: PyFrame, lasti: number, line: number) {
    super(rt.types.traceback);
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.line = line;
  }

  override edges(visit: Visit): void {
    if (this.next) visit(this.next);
    if (this.held) visit(this.frame);
  }

  override clear(): void {
    const next = this.next;
    this.next = null;
    if (next) release(next);
    if (this.held) {
      this.held = false;
      release(this.frame);
    }
  }
}

export const tracebackSpec = defineType({
  name: "traceback",
  basicSize: 40,
  collected: true,
  baseType: false,
  slots: { new: (rt, _type, args, kwnames) => rareMembers.get().makeTraceback(rt, args, kwnames) },
  getset: [
    {
      name: "tb_next",
      get: (rt, self) => retain((self as PyTraceback).next ?? rt.none),
      set: (rt, self, value) => rareMembers.get().linkTraceback(rt, self as PyTraceback, value),
    },
    {
      name: "tb_frame",
      get: (rt, self) => {
        auditRead(rt, self, "tb_frame");
        return retain((self as PyTraceback).frame);
      },
    },
    { name: "tb_lineno", get: (rt, self) => rt.int((self as PyTraceback).line) },
    { name: "tb_lasti", get: (rt, self) => rt.int((self as PyTraceback).shownOffset ?? (self as PyTraceback).frame.frame.code.spec.code[(self as PyTraceback).lasti].offset) },
  ],
});
