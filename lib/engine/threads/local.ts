import { defineType } from "../core/define.ts";
import { type InstanceAttributes, PyObject, release, releaseAll, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { genericGetAttribute, genericSetAttribute } from "../protocol/attributes.ts";
import type { Machine } from "../vm/machine.ts";
import type { ThreadState } from "../vm/thread.ts";

/** Values of an object that each thread has of its own (Modules/_threadmodule.c, localobject). */
export class PyLocal extends PyObject {
  readonly byThread = new Map<ThreadState, InstanceAttributes>();
  /** What `__init__` is called with in each thread, owned. */
  args: PyObject[] = [];
  kwnames: KeywordNames = null;
  /** Nesting of accesses: while one goes on the attributes are those of the thread. */
  private active: ThreadState | null = null;

  /** Does something while the object has the running thread's attributes; the first time in a thread `__init__` runs. */
  within<T>(rt: Runtime, use: () => T): T {
    const { thread } = rt as Machine;
    const outer = this.active;
    const before = this.attributes;
    if (outer === thread) return use();
    let own = this.byThread.get(thread);
    const isNew = own === undefined;
    if (!own) {
      own = { values: new Map(), dict: null };
      this.byThread.set(thread, own);
      thread.atEnd.add(this);
    }
    this.attributes = own;
    this.active = thread;
    try {
      if (isNew && this.byThread.size > 1) this.initialise(rt);
      return use();
    } finally {
      this.attributes = before;
      this.active = outer;
    }
  }

  private initialise(rt: Runtime): void {
    const { init } = this.type.slots;
    if (!init) return;
    try {
      init(rt, this, this.args, this.kwnames);
    } catch (error) {
      this.forget((rt as Machine).thread);
      throw error;
    }
  }

  /** The thread has ended: its values die. */
  forget(thread: ThreadState): void {
    const own = this.byThread.get(thread);
    if (!own) return;
    this.byThread.delete(thread);
    thread.atEnd.delete(this);
    giveUp(own);
  }

  override edges(visit: Visit): void {
    for (const arg of this.args) visit(arg);
    for (const own of this.byThread.values()) {
      if (own.values) for (const value of own.values.values()) visit(value);
      if (own.dict) visit(own.dict);
    }
  }

  override clear(): void {
    const { args } = this;
    this.args = [];
    for (const thread of [...this.byThread.keys()]) this.forget(thread);
    releaseAll(args);
  }
}

function giveUp(own: InstanceAttributes): void {
  const { values, dict } = own;
  own.values = new Map();
  own.dict = null;
  if (values) for (const value of values.values()) release(value);
  releaseIfAny(dict);
}

export const localSpec = defineType({
  name: "_local",
  module: "_thread",
  basicSize: 64,
  collected: true,
  hasDict: true,
  hasWeakrefs: true,
  allocate: (type: PyType) => new PyLocal(type),
  slots: {
    new: (rt, type, args, kwnames) => {
      if ((args.length > 0 || kwnames?.length) && type.slots.init === rt.types.object.slots.init) rt.raise("TypeError", "Initialization arguments are not supported");
      const local = new PyLocal(type as PyType);
      local.args = args.map(retain);
      local.kwnames = kwnames;
      local.within(rt, () => null);
      return local;
    },
    getAttribute: (rt, self, name) => (self as PyLocal).within(rt, () => genericGetAttribute(rt, self, name)),
    setAttribute: (rt, self, name, value) => {
      if (name === "__dict__") rt.raise("AttributeError", `'${self.type.shownName}' object attribute '__dict__' is read-only`);
      (self as PyLocal).within(rt, () => genericSetAttribute(rt, self, name, value));
    },
  },
});
