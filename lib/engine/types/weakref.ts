import { classMethod, defineType, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { New } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { PyFunction } from "./function.ts";
import { fullName } from "./hash-for-lookup.ts";

/** A weak reference; also the core of a proxy (Objects/weakrefobject.c). */
export class PyWeakRef extends PyObject {
  /** Not owned; null once the object is dead. */
  referent: PyObject | null;
  callback: PyObject | null;
  /** The referent's hash, kept so that it outlives it. */
  hashValue: bigint | null = null;

  /** Retains the callback and registers with the referent. */
  constructor(type: PyType, referent: PyObject, callback: PyObject | null) {
    super(type);
    this.referent = referent;
    this.callback = callback ? retain(callback) : null;
    if (referent.weakrefs) referent.weakrefs.push(this);
    else referent.weakrefs = [this];
  }

  override edges(visit: Visit): void {
    if (this.callback) visit(this.callback);
  }

  override clear(): void {
    this.detach();
    const { callback } = this;
    this.callback = null;
    releaseIfAny(callback);
  }

  /** Forgets the referent. */
  detach(): void {
    const { referent } = this;
    this.referent = null;
    if (!referent?.weakrefs) return;
    const rest = referent.weakrefs.filter((other) => other !== this);
    referent.weakrefs = rest.length > 0 ? rest : null;
  }
}

/** The live weak reference of this exact type without a callback, borrowed: such are made once per object. */
export function peekSharedWeakref(referent: PyObject, type: PyType): PyObject | null {
  return referent.weakrefs?.find((other) => other.type === type && (other as PyWeakRef).callback === null && other.refs > 0) ?? null;
}

/** The callback to keep; TypeError when the object cannot be weakly referenced. */
export function checkWeakref(rt: Runtime, referent: PyObject, callback: PyObject | null): PyObject | null {
  if (!referent.type.hasWeakrefs) rt.raise("TypeError", `cannot create weak reference to '${referent.type.shownName}' object`);
  return callback === rt.none ? null : callback;
}

/** `weakref.ref(object, callback)`; owned. */
export function makeWeakref(rt: Runtime, type: PyType, referent: PyObject, callback: PyObject | null): PyObject {
  const given = checkWeakref(rt, referent, callback);
  const shared = given || type !== rt.types.ReferenceType ? null : peekSharedWeakref(referent, type);
  return shared ? retain(shared) : new PyWeakRef(type, referent, given);
}

/** The object is dying: its weak references are dead from now on; then their callbacks run, the newest first (PyObject_ClearWeakRefs). */
export function clearWeakrefs(rt: Runtime, object: PyObject): void {
  callBack(rt, kill(object, "all"));
}

/** The same for objects found unreachable; a weak reference that is garbage itself is not told (handle_weakrefs). */
export function clearGarbageWeakrefs(rt: Runtime, objects: readonly PyObject[], garbage: ReadonlySet<PyObject>, which: "all" | "with-callback"): void {
  callBack(rt, objects.flatMap((object) => kill(object, which)), garbage);
}

/** Ends weak references to an object and gives those with a callback, newest first, owned. */
function kill(object: PyObject, which: "all" | "with-callback"): PyWeakRef[] {
  const waiting: PyWeakRef[] = [];
  const left: PyObject[] = [];
  for (const weakref of (object.weakrefs ?? []) as PyWeakRef[]) {
    if (which === "with-callback" && !weakref.callback) {
      left.push(weakref);
      continue;
    }
    weakref.referent = null;
    if (weakref.callback && weakref.refs > 0) waiting.unshift(retain(weakref));
  }
  object.weakrefs = left.length > 0 ? left : null;
  return waiting;
}

function callBack(rt: Runtime, waiting: readonly PyWeakRef[], garbage?: ReadonlySet<PyObject>): void {
  for (const weakref of waiting) {
    const { callback } = weakref;
    weakref.callback = null;
    if (callback && !garbage?.has(weakref)) runCallback(rt, weakref, callback);
    releaseIfAny(callback);
    release(weakref);
  }
}

function runCallback(rt: Runtime, weakref: PyWeakRef, callback: PyObject): void {
  if (!(callback instanceof PyFunction && callback.code.isQuiet)) rt.heap.noteHearer();
  const { answers } = rt;
  rt.answers = null;
  try {
    release(rt.call(callback, [weakref]));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    rt.unraisable(error.exception, callback, "weakref callback");
  } finally {
    rt.answers = answers;
  }
}

const construct: New = (rt, type, args, kwnames) => {
  if (kwnames?.length && type === rt.types.ReferenceType) rt.raise("TypeError", "ref() takes no keyword arguments");
  const given = kwnames ? args.slice(0, args.length - kwnames.length) : args;
  if (given.length < 1) rt.raise("TypeError", "__new__ expected at least 1 argument, got 0");
  if (given.length > 2) rt.raise("TypeError", `__new__ expected at most 2 arguments, got ${given.length}`);
  return makeWeakref(rt, type, given[0], given[1] ?? null);
};

const weakrefOf = (object: PyObject) => object as PyWeakRef;

function nameSuffix(rt: Runtime, referent: PyObject): string {
  const name = rt.profile.memberRules.weakrefNamesByType && !referent.type.peek("__name__") ? null : rt.getAttributeOrNull(referent, "__name__");
  if (!name) return "";
  const text = name.type.isSubtypeOf(rt.types.str) ? ` (${rt.strText(name)})` : "";
  release(name);
  return text;
}

/** The class of what is referred to, with its module where the version tells it. */
export function nameOfType(rt: Runtime, { type }: PyObject): string {
  return rt.profile.memberRules.weakrefsNameModules ? fullName(type) : type.shownName;
}

export const weakrefSpec = defineType({
  name: "ReferenceType",
  module: "weakref",
  basicSize: 56,
  collected: true,
  slots: {
    new: construct,
    init: (rt, _self, args) => {
      if (args.length > 2) rt.raise("TypeError", `__init__ expected at most 2 arguments, got ${args.length}`);
    },
    call: (rt, self, args, kwnames) => {
      if (args.length > 0 && rt.profile.memberRules.parsedByFormat.has("__call__()")) rt.raise("TypeError", `__call__() takes at most 0 ${kwnames?.length === args.length ? "keyword " : ""}arguments (${args.length} given)`);
      expectPositional(rt, "weakref", args, kwnames, 0, 0);
      return retain(weakrefOf(self).referent ?? rt.none);
    },
    repr: (rt, self) => {
      const { referent } = weakrefOf(self);
      const at = `0x${self.id.toString(16)}`;
      if (!referent) return rt.str(`<weakref at ${at}; dead>`);
      return rt.str(`<weakref at ${at}; to '${nameOfType(rt, referent)}' at 0x${referent.id.toString(16)}${nameSuffix(rt, referent)}>`);
    },
    hash: (rt, self) => {
      const weakref = weakrefOf(self);
      if (weakref.hashValue !== null) return weakref.hashValue;
      if (!weakref.referent) return rt.raise("TypeError", "weak object has gone away");
      const referent = retain(weakref.referent);
      try {
        return (weakref.hashValue = rt.hash(referent));
      } finally {
        release(referent);
      }
    },
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyWeakRef)) return retain(rt.notImplemented);
      const left = weakrefOf(self).referent;
      const right = other.referent;
      if (!left || !right) return rt.bool((self === other) === (op === "=="));
      retain(left);
      retain(right);
      try {
        return rt.compare(left, right, op);
      } finally {
        release(left);
        release(right);
      }
    },
  },
  getset: [{ name: "__callback__", isMember: true, get: (rt, self) => retain(weakrefOf(self).callback ?? rt.none) }],
  methods: [
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
    method("__reduce__(self, /)", (rt) => rt.raise("TypeError", "cannot pickle 'weakref.ReferenceType' object")),
  ],
});
