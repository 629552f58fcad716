import { CodeFlag } from "../compiler/code.ts";
import { defineType, method } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Slots } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { auditRead } from "../protocol/audit.ts";
import type { PyCode } from "./code.ts";
import type { Frame } from "./frame.ts";
import { endFrame, frameObject } from "./frame-object.ts";
import { PyStr } from "./str-object.ts";
import { classGetItem } from "./iterator-state.ts";

export type GeneratorState = "created" | "suspended" | "running" | "closed";

/** The exception being handled in a frame chain; generators bring their own link (Include/cpython/pystate.h, _PyErr_StackItem). */
export interface HandledException {
  /** Owned; null while nothing is handled. */
  value: PyObject | null;
  previous: HandledException | null;
}

/** A generator, coroutine or asynchronous generator: a frame that can be left and entered again (Objects/genobject.c). */
export class PyGenerator extends PyObject {
  frame: Frame | null;
  state: GeneratorState = "created";
  name: PyObject;
  qualname: PyObject;
  readonly handled: HandledException = { value: null, previous: null };
  /** Suspended inside `yield from` or `await`: the delegate lies on top of its stack. */
  delegating = false;
  /** Asynchronous generators: an `asend` or `athrow` is under way; closed by `aclose`. */
  asyncRunning = false;
  asyncClosed = false;
  /** Asynchronous generators: the hooks were asked; the one to call instead of closing it when it dies, owned. */
  hasMetHooks = false;
  finalizer: PyObject | null = null;
  /** Coroutines: where they were made, as far as the thread notes it; owned. */
  origin: PyObject | null = null;

  /** Kept for gi_code after the frame is gone. */
  readonly code: PyCode;

  /** Takes over the frame, and the references to the names. */
  constructor(type: PyType, frame: Frame, name: PyObject, qualname: PyObject) {
    super(type, sizeOf(type, frame));
    this.frame = frame;
    this.code = retain(frame.code);
    this.name = name;
    this.qualname = qualname;
    frame.generator = this;
    frame.owner = "generator";
  }

  override edges(visit: Visit): void {
    visit(this.code);
    visit(this.name);
    visit(this.qualname);
    if (this.frame && this.frame.owner === "generator") this.frame.visit(visit);
    if (this.handled.value) visit(this.handled.value);
    if (this.finalizer) visit(this.finalizer);
    if (this.origin) visit(this.origin);
  }

  override clear(): void {
    const frame = this.frame;
    this.frame = null;
    this.state = "closed";
    if (frame && frame.owner === "generator") endFrame(this.type.rt, frame, null);
    const handled = this.handled.value;
    this.handled.value = null;
    if (handled) release(handled);
    const { finalizer } = this;
    this.finalizer = null;
    if (finalizer) release(finalizer);
    if (this.refs > 0) return;
    release(this.code);
    release(this.name);
    release(this.qualname);
    if (this.origin) release(this.origin);
  }
}

/** Bytes of a generator: from 3.11 on its frame lies in it (gen_sizeof). */
function sizeOf(type: PyType, frame: Frame): number {
  return type.rt.profile.frames.allocation === "stack" ? type.basicSize + frame.bytes : type.basicSize;
}

/** The guest type for a code object's kind of generator. */
export function generatorTypeName(flags: number): "generator" | "coroutine" | "async_generator" {
  if (flags & CodeFlag.ASYNC_GENERATOR) return "async_generator";
  return flags & CodeFlag.COROUTINE ? "coroutine" : "generator";
}

/** The object that a suspended generator delegates to, borrowed, or null (_PyGen_yf). */
export function peekDelegate(generator: PyGenerator): PyObject | null {
  const { frame } = generator;
  if (!frame || generator.state !== "suspended" || !generator.delegating) return null;
  // Where it takes two entries the upper one is empty.
  return (frame.slots[frame.sp - 1] ?? frame.slots[frame.sp - 2]) as PyObject;
}

function nameField(name: string, field: "name" | "qualname") {
  return {
    name,
    get: (_rt: Runtime, self: PyObject) => retain((self as PyGenerator)[field]),
    set: (rt: Runtime, self: PyObject, value: PyObject | null) => {
      if (!(value instanceof PyStr)) rt.raise("TypeError", `${name} must be set to a string object`);
      const old = (self as PyGenerator)[field];
      (self as PyGenerator)[field] = retain(value as PyObject);
      release(old);
    },
  };
}

/** As inspect names the states. */
const STATE_PREFIX: Readonly<Record<string, string>> = { gi: "GEN", cr: "CORO", ag: "AGEN" };

/** Attributes that the three kinds share under their own prefix: gi_, cr_, ag_. */
export function generatorStateFields(prefix: string, delegateName: string) {
  return [
    nameField("__name__", "name"),
    nameField("__qualname__", "qualname"),
    {
      name: `${prefix}_frame`,
      get: (rt: Runtime, self: PyObject) => {
        auditRead(rt, self, `${prefix}_frame`);
        const { frame } = self as PyGenerator;
        return frame ? frameObject(rt, frame) : retain(rt.none);
      },
    },
    {
      name: `${prefix}_code`,
      get: (rt: Runtime, self: PyObject) => {
        auditRead(rt, self, `${prefix}_code`);
        return rt.generatorCode(self);
      },
    },
    { name: `${prefix}_running`, get: (rt: Runtime, self: PyObject) => rt.bool((self as PyGenerator).state === "running" || (self as PyGenerator).asyncRunning) },
    { name: `${prefix}_suspended`, get: (rt: Runtime, self: PyObject) => rt.bool((self as PyGenerator).state === "suspended") },
    { name: `${prefix}_state`, get: (rt: Runtime, self: PyObject) => rt.str(`${STATE_PREFIX[prefix]}_${(self as PyGenerator).state.toUpperCase()}`) },
    { name: delegateName, get: (rt: Runtime, self: PyObject) => retain(peekDelegate(self as PyGenerator) ?? rt.none) },
  ];
}

const reprOf = (word: string): Slots["repr"] => (rt, self) =>
  rt.str(`<${word} object ${rt.strText((self as PyGenerator).qualname)} at 0x${self.id.toString(16)}>`);

const send = method("send(self, value, /)", (rt, [self, value]) => rt.sendGenerator(self, value));
const close = method("close(self, /)", (rt, [self]) => rt.closeGenerator(self));
const throwMethod = method("throw(self, typ, [val], [tb], /)", (rt, [self, type, value, traceback]) => {
  rt.warnOfThrow("throw", value);
  return rt.throwGenerator(self, type, value ?? null, traceback ?? null);
});

export const generatorSpec = defineType({
  name: "generator",
  basicSize: 88,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    repr: reprOf("generator"),
    iter: (_rt, self) => retain(self),
    next: (rt, self) => rt.nextGenerator(self),
    finalize: (rt, self) => rt.finalizeGenerator(self),
  },
  methods: [send, throwMethod, close, classGetItem],
  getset: generatorStateFields("gi", "gi_yieldfrom"),
});

export const coroutineSpec = defineType({
  name: "coroutine",
  basicSize: 96,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    repr: reprOf("coroutine"),
    await: (rt, self) => new PyCoroutineWrapper(rt, self as PyGenerator),
    finalize: (rt, self) => rt.finalizeGenerator(self),
  },
  methods: [send, throwMethod, close, classGetItem],
  getset: [...generatorStateFields("cr", "cr_await"), { name: "cr_origin", get: (rt, self) => retain((self as PyGenerator).origin ?? rt.none) }],
});

/** What `coroutine.__await__()` returns: an iterator over the coroutine. */
export class PyCoroutineWrapper extends PyObject {
  coroutine: PyGenerator | null;

  constructor(rt: Runtime, coroutine: PyGenerator) {
    super(rt.types.coroutine_wrapper);
    this.coroutine = retain(coroutine);
  }

  override edges(visit: Visit): void {
    if (this.coroutine) visit(this.coroutine);
  }

  override clear(): void {
    const held = this.coroutine;
    this.coroutine = null;
    if (held) release(held);
  }
}

const wrapped = (self: PyObject) => (self as PyCoroutineWrapper).coroutine as PyGenerator;

export const coroutineWrapperSpec = defineType({
  name: "coroutine_wrapper",
  basicSize: 24,
  collected: true,
  baseType: false,
  slots: { iter: (_rt, self) => retain(self), next: (rt, self) => rt.nextGenerator(wrapped(self)) },
  methods: [
    method("send(self, value, /)", (rt, [self, value]) => rt.sendGenerator(wrapped(self), value)),
    method("throw(self, typ, [val], [tb], /)", (rt, [self, type, value, tb]) => {
      rt.warnOfThrow("throw", value);
      return rt.throwGenerator(wrapped(self), type, value ?? null, tb ?? null);
    }),
    method("close(self, /)", (rt, [self]) => rt.closeGenerator(wrapped(self))),
  ],
});
