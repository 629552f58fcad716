import { defineType, type GetSetSpec, method } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Init, KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";
import { builtinDictGetSet } from "./instance-attributes.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

/** An exception (Objects/exceptions.c). All fields own. */
export class PyException extends PyObject {
  args: PyTuple;
  cause: PyObject | null = null;
  context: PyObject | null = null;
  suppressContext = false;
  traceback: PyObject | null = null;
  /** It left a frame of the library, which its traceback does not show. */
  leftLibrary = false;
  /** The further members of some types: `value` of StopIteration, `name` of NameError. */
  private readonly members = new Map<string, PyObject>();

  constructor(type: PyType) {
    super(type);
    this.args = retain(type.rt.emptyTuple) as PyTuple;
  }

  /** A member, borrowed, or null where it was never set. */
  peekMember(name: string): PyObject | null {
    return this.members.get(name) ?? null;
  }

  /** Sets a member; retains the value. Null unsets it. */
  setMember(name: string, value: PyObject | null): void {
    const old = this.members.get(name);
    if (value) this.members.set(name, retain(value));
    else this.members.delete(name);
    releaseIfAny(old);
  }

  /** Takes over the reference. */
  takeMember(name: string, value: PyObject): void {
    this.setMember(name, value);
    release(value);
  }

  setArgs(args: PyTuple): void {
    const old = this.args;
    this.args = retain(args);
    release(old);
  }

  /** `raise … from cause`: retains; the context is no longer shown. */
  setCause(cause: PyObject | null): void {
    const old = this.cause;
    this.cause = cause ? retain(cause) : null;
    this.suppressContext = true;
    releaseIfAny(old);
  }

  setContext(context: PyObject | null): void {
    const old = this.context;
    this.context = context ? retain(context) : null;
    releaseIfAny(old);
  }

  setTraceback(traceback: PyObject | null): void {
    const old = this.traceback;
    this.leftLibrary = false;
    this.traceback = traceback ? retain(traceback) : null;
    releaseIfAny(old);
  }

  override edges(visit: Visit): void {
    visit(this.args);
    if (this.traceback) visit(this.traceback);
    if (this.context) visit(this.context);
    if (this.cause) visit(this.cause);
    for (const value of this.members.values()) visit(value);
  }

  override clear(): void {
    const members = [...this.members.values()];
    this.members.clear();
    for (const member of members) release(member);
    const { args } = this;
    this.args = retain(this.type.rt.emptyTuple) as PyTuple;
    release(args);
    this.setTraceback(null);
    this.setContext(null);
    const { cause } = this;
    this.cause = null;
    releaseIfAny(cause);
    if (this.refs === 0) release(this.args);
  }
}

/** A new exception of a type whose constructor takes only positional arguments; takes over the references. */
export function newException(rt: Runtime, type: PyType, args: PyObject[]): PyException {
  try {
    return rt.call(type, args) as PyException;
  } finally {
    for (const arg of args) release(arg);
  }
}

/** Arguments of a constructor: the positional ones, and those given by name. */
export interface ExceptionArguments {
  readonly positional: readonly PyObject[];
  readonly named: ReadonlyMap<string, PyObject>;
}

/** Splits the arguments; TypeError for a name that is not allowed. */
export function splitArguments(rt: Runtime, typeName: string, args: readonly PyObject[], kwnames: KeywordNames, allowed: readonly string[]): ExceptionArguments {
  const named = new Map<string, PyObject>();
  const first = args.length - (kwnames?.length ?? 0);
  if (kwnames && allowed.length > 0 && kwnames.length > allowed.length) {
    rt.raise("TypeError", `${typeName}() takes at most ${allowed.length} keyword argument${allowed.length === 1 ? "" : "s"} (${kwnames.length} given)`);
  }
  kwnames?.forEach((name, i) => {
    if (!allowed.includes(name)) {
      if (allowed.length) raiseUnexpectedKeyword(rt, typeName, name, allowed);
      rt.raise("TypeError", `${typeName}() takes no keyword arguments`);
    }
    named.set(name, args[first + i]);
  });
  return { positional: args.slice(0, first), named };
}

/** `BaseException.__init__`: keeps the arguments. */
export const initArguments: Init = (rt, self, args, kwnames) => {
  if (kwnames?.length) rt.raise("TypeError", `${self.type.shownName}() takes no keyword arguments`);
  storeArguments(rt, self as PyException, args);
};

/** Makes `args` of the given objects; retains them. */
export function storeArguments(rt: Runtime, self: PyException, args: readonly PyObject[]): void {
  const tuple = rt.takeTupleOfArray(args.map(retain)) as PyTuple;
  self.setArgs(tuple);
  release(tuple);
}

/** `str(exception)` of most types: nothing, the one argument, or all as a tuple. */
export function argumentsText(rt: Runtime, self: PyObject): string {
  const { items } = (self as PyException).args;
  if (items.length === 0) return "";
  return rt.strText(items.length === 1 ? items[0] : (self as PyException).args);
}

/** `Type(arguments)`. */
export function argumentsRepr(rt: Runtime, self: PyObject): string {
  const { args } = self as PyException;
  const shown = args.items.length === 1 ? `(${rt.reprText(args.items[0])})` : rt.reprText(args);
  return `${self.type.name}${shown}`;
}

/** A plain member as an attribute, None while unset. */
export function member(name: string): GetSetSpec {
  return {
    name,
    isMember: true,
    get: (rt, self) => retain((self as PyException).peekMember(name) ?? rt.none),
    set: (_rt, self, value) => (self as PyException).setMember(name, value),
  };
}

function linkSetter(name: "__cause__" | "__context__", apply: (self: PyException, value: PyObject | null) => void): GetSetSpec["set"] {
  const word = name === "__cause__" ? "cause" : "context";
  return (rt, self, value) => {
    if (!value) return rt.raise("TypeError", `${name} may not be deleted`);
    if (value !== rt.none && !(value instanceof PyException)) rt.raise("TypeError", `exception ${word} must be None or derive from BaseException`);
    apply(self as PyException, value === rt.none ? null : value);
  };
}

function setTraceback(rt: Runtime, self: PyObject, value: PyObject | null): void {
  if (!value) rt.raise("TypeError", "__traceback__ may not be deleted");
  if (value !== rt.none && value!.type !== rt.types.traceback) rt.raise("TypeError", "__traceback__ must be a traceback or None");
  (self as PyException).setTraceback(value === rt.none ? null : value);
}

/** `add_note`: appends to the list `__notes__` of the instance. */
function addNote(rt: Runtime, self: PyObject, note: PyObject): PyObject {
  if (!(note instanceof PyStr)) return rt.raise("TypeError", rt.message("noteNotText", note.type.shownName));
  const notes = rt.getAttributeOrNull(self, "__notes__");
  if (notes) {
    try {
      if (!notes.type.isSubtypeOf(rt.types.list)) return rt.raise("TypeError", "Cannot add note: __notes__ is not a list");
      return rt.callMethod(notes, "append", [note]);
    } finally {
      release(notes);
    }
  }
  const list = rt.takeList([retain(note)]);
  rt.setAttribute(self, "__notes__", list);
  release(list);
  return retain(rt.none);
}

export const baseExceptionSpec = defineType({
  name: "BaseException",
  basicSize: 64,
  collected: true,
  hasDict: true,
  allocate: (type) => new PyException(type),
  slots: {
    new: (rt, type, args, kwnames) => {
      const self = type.allocateInstance!(type) as PyException;
      storeArguments(rt, self, kwnames ? args.slice(0, args.length - kwnames.length) : args);
      return self;
    },
    init: initArguments,
    repr: (rt, self) => rt.str(argumentsRepr(rt, self)),
    str: (rt, self) => rt.str(argumentsText(rt, self)),
  },
  getset: [
    {
      name: "args",
      get: (_rt, self) => retain((self as PyException).args),
      set: (rt, self, value) => {
        if (!value) return rt.raise("TypeError", "args may not be deleted");
        const tuple = rt.call(rt.types.tuple, [value]) as PyTuple;
        (self as PyException).setArgs(tuple);
        release(tuple);
      },
    },
    { name: "__traceback__", get: (rt, self) => retain((self as PyException).traceback ?? rt.none), set: setTraceback },
    {
      name: "__context__",
      get: (rt, self) => retain((self as PyException).context ?? rt.none),
      set: linkSetter("__context__", (self, value) => self.setContext(value)),
    },
    {
      name: "__cause__",
      get: (rt, self) => retain((self as PyException).cause ?? rt.none),
      set: linkSetter("__cause__", (self, value) => self.setCause(value)),
    },
    {
      name: "__suppress_context__",
      isMember: true,
      get: (rt, self) => rt.bool((self as PyException).suppressContext),
      set: (rt, self, value) => {
        if (!value) return rt.raise("TypeError", "can't delete numeric/char attribute");
        if (value.type !== rt.types.bool) rt.raise("TypeError", "attribute value type must be bool");
        (self as PyException).suppressContext = value === rt.true;
      },
    },
    builtinDictGetSet,
  ],
  methods: [
    method("with_traceback(self, object, /)", (rt, [self, traceback]) => {
      setTraceback(rt, self, traceback);
      return retain(self);
    }),
    method("add_note(self, object, /)", (rt, [self, note]) => addNote(rt, self, note), (rt) => rt.profile.syntax.exceptStar),
    method("__reduce__(self, /)", (rt, [self]) => rareMembers.get().reduceException(rt, self)),
    method("__setstate__(self, object, /)", (rt, [self, state]) => rareMembers.get().setExceptionState(rt, self, state)),
  ],
});
