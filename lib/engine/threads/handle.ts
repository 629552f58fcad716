import { defineType, method } from "../core/define.ts";
import { PyObject, retain } from "../core/object.ts";
import type { PyType } from "../core/type.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";
import { deadlineOf } from "./timeout.ts";
import { Waiters } from "./waiters.ts";

/** What knows of a started thread whether it has ended (Modules/_threadmodule.c, PyThreadHandleObject). */
export class PyThreadHandle extends PyObject {
  thread: ThreadState | null = null;
  isDone = false;
  readonly waiters = new Waiters();

  end(vm: Machine): void {
    this.isDone = true;
    this.waiters.wakeAll(vm);
  }
}

export const handleSpec = defineType({
  name: "_ThreadHandle",
  module: "_thread",
  basicSize: 24,
  baseType: false,
  allocate: (type) => new PyThreadHandle(type),
  slots: {
    new: (_rt, type) => new PyThreadHandle(type as PyType),
    repr: (rt, self) => rt.str(`<_ThreadHandle object: ident=${(self as PyThreadHandle).thread?.ident ?? 0}>`),
  },
  getset: [{ name: "ident", get: (rt, self) => rt.int((self as PyThreadHandle).thread?.ident ?? 0) }],
  methods: [
    method("is_done(self, /)", (rt, [self]) => rt.bool((self as PyThreadHandle).isDone)),
    method("_set_done(self, /)", (rt, [self]) => {
      (self as PyThreadHandle).end(rt as Machine);
      return retain(rt.none);
    }),
    method("join(self, timeout=-1, /)", (rt, [self, timeout]) => {
      const vm = rt as Machine;
      const handle = self as PyThreadHandle;
      const outcome = vm.threads.takeOutcome();
      if (outcome !== null) handle.waiters.forget(vm.thread);
      else if (!handle.isDone) {
        const until = timeout === undefined || timeout === rt.none ? null : deadlineOf(rt, undefined, timeout);
        if (until !== "now" && (until === null || until > vm.threads.now())) handle.waiters.wait(vm, { kind: "join", object: handle }, until);
      }
      return rt.bool(handle.isDone);
    }),
  ],
});
