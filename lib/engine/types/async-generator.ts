import { defineType, method } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyAsyncValue } from "./async-value.ts";
import { generatorStateFields, PyGenerator } from "./generator.ts";
import { classGetItem } from "./iterator-state.ts";
import type { PyTuple } from "./tuple.ts";

type StepKind = "send" | "throw" | "close";

/** One request to an asynchronous generator: `__anext__()`, `asend()`, `athrow()`, `aclose()`; an awaitable used once (Objects/genobject.c). */
export class PyAsyncStep extends PyObject {
  generator: PyGenerator | null;
  readonly kind: StepKind;
  /** What to send first; type, value and traceback to throw. */
  argument: PyObject | null;
  state: "new" | "running" | "done" = "new";

  constructor(rt: Runtime, generator: PyGenerator, kind: StepKind, argument: PyObject | null) {
    super(kind === "send" ? rt.types.async_generator_asend : rt.types.async_generator_athrow);
    this.generator = retain(generator);
    this.kind = kind;
    this.argument = argument ? retain(argument) : null;
  }

  override edges(visit: Visit): void {
    if (this.generator) visit(this.generator);
    if (this.argument) visit(this.argument);
  }

  override clear(): void {
    const { generator, argument } = this;
    this.generator = null;
    this.argument = null;
    if (argument) release(argument);
    if (generator) release(generator);
  }
}

/** Goes on with a request: what the generator awaits is handed out, what it yields ends the request. */
function advance(rt: Runtime, step: PyAsyncStep, sent: PyObject): PyObject {
  const generator = step.generator as PyGenerator;
  refuseUsed(rt, step);
  const isFirst = step.state === "new";
  if (isFirst) begin(rt, step, generator, sent);
  try {
    const value = isFirst ? start(rt, step, generator, sent) : rt.sendGenerator(generator, sent);
    return unwrap(rt, step, generator, value);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    finish(step, generator);
    return endOf(rt, step, error);
  }
}

function refuseUsed(rt: Runtime, { state, kind }: PyAsyncStep): void {
  if (state === "done") rt.raise("RuntimeError", `cannot reuse already awaited ${kind === "send" ? "__anext__()/asend()" : "aclose()/athrow()"}`);
}

/** The first value goes to the frame of a request by `asend()`; those of the others must be None. Null: an exception begins it. */
function begin(rt: Runtime, step: PyAsyncStep, generator: PyGenerator, sent: PyObject | null): void {
  if (generator.asyncRunning) {
    if (step.kind !== "send" || rt.profile.generators.requestsBeginByThrow) step.state = "done";
    rt.raise("RuntimeError", `${step.kind === "send" ? "anext" : sent === null ? "aclose()/athrow" : step.kind === "throw" ? "athrow" : "aclose"}(): asynchronous generator is already running`);
  }
  if (step.kind !== "send" && sent !== null) {
    if (generator.state === "closed") {
      step.state = "done";
      rt.raiseWith("StopIteration", []);
    }
    if (generator.asyncClosed) {
      step.state = "done";
      rt.raiseWith("StopAsyncIteration", []);
    }
    if (sent !== rt.none) rt.raise("RuntimeError", "can't send non-None value to a just-started coroutine");
  }
  step.state = "running";
  generator.asyncRunning = true;
}

function start(rt: Runtime, step: PyAsyncStep, generator: PyGenerator, sent: PyObject): PyObject {
  if (step.kind === "send") return rt.sendGenerator(generator, sent === rt.none ? (step.argument ?? rt.none) : sent);
  if (step.kind === "throw") return rt.throwGenerator(generator, ...((step.argument as PyTuple).items as [PyObject, PyObject, PyObject]));
  generator.asyncClosed = true;
  return rt.throwGenerator(generator, rt.types.GeneratorExit, null, null);
}

function unwrap(rt: Runtime, step: PyAsyncStep, generator: PyGenerator, value: PyObject): PyObject {
  if (!(value instanceof PyAsyncValue)) return value;
  rt.temp(value);
  if (step.kind === "close") rt.raise("RuntimeError", "async generator ignored GeneratorExit");
  finish(step, generator);
  return rt.raiseWith("StopIteration", [retain(value.value as PyObject)]);
}

function finish(step: PyAsyncStep, generator: PyGenerator): void {
  step.state = "done";
  generator.asyncRunning = false;
}

/** `aclose()` ends quietly by the exceptions that closing means. */
function endOf(rt: Runtime, step: PyAsyncStep, raise: Raise): never {
  const { type } = raise.exception;
  if (step.kind === "close" && (type.isSubtypeOf(rt.types.StopAsyncIteration) || type.isSubtypeOf(rt.types.GeneratorExit))) {
    release(raise.exception);
    return rt.raiseWith("StopIteration", []);
  }
  throw raise;
}

function throwInto(rt: Runtime, step: PyAsyncStep, type: PyObject, value: PyObject | null, traceback: PyObject | null): PyObject {
  const generator = step.generator as PyGenerator;
  const { requestsBeginByThrow } = rt.profile.generators;
  refuseUsed(rt, step);
  if (step.state === "new" && requestsBeginByThrow) begin(rt, step, generator, null);
  try {
    return unwrap(rt, step, generator, rt.throwGenerator(generator, type, value, traceback));
  } catch (error) {
    if (step.kind === "send" || requestsBeginByThrow) finish(step, generator);
    if (!(error instanceof Raise)) throw error;
    return endOf(rt, step, error);
  }
}

/** Up to 3.12 a request that is closed is only done with; since then the generator hears of it. */
function close(rt: Runtime, step: PyAsyncStep): PyObject {
  if (step.state !== "done" && rt.profile.generators.requestsBeginByThrow) {
    try {
      release(throwInto(rt, step, rt.types.GeneratorExit, null, null));
    } catch (error) {
      if (!(error instanceof Raise) || !ENDS.some((name) => error.exception.type.isSubtypeOf(rt.types[name]))) throw error;
      release(error.exception);
      return retain(rt.none);
    }
    rt.raise("RuntimeError", "coroutine ignored GeneratorExit");
  }
  step.state = "done";
  return retain(rt.none);
}

const ENDS = ["GeneratorExit", "StopIteration", "StopAsyncIteration"];

function finalize(rt: Runtime, { state, generator, kind }: PyAsyncStep, self: PyObject): void {
  if (state === "new" && generator && rt.profile.generators.requestsBeginByThrow) rt.finalizeRequest(self, generator, kind === "send" ? "asend" : kind === "throw" ? "athrow" : "aclose");
}

function stepType(name: string) {
  return defineType({
    name,
    basicSize: 40,
    collected: true,
    baseType: false,
    slots: {
      await: (_rt, self) => retain(self),
      iter: (_rt, self) => retain(self),
      next: (rt, self) => advance(rt, self as PyAsyncStep, rt.none),
      finalize: (rt, self) => finalize(rt, self as PyAsyncStep, self),
    },
    methods: [
      method("send(self, value, /)", (rt, [self, value]) => advance(rt, self as PyAsyncStep, value)),
      method("throw(self, typ, [val], [tb], /)", (rt, [self, type, value, traceback]) => {
        rt.warnOfThrow("throw", value);
        return throwInto(rt, self as PyAsyncStep, type, value ?? null, traceback ?? null);
      }),
      method("close(self, /)", (rt, [self]) => close(rt, self as PyAsyncStep)),
    ],
  });
}

export const asyncSendSpec = stepType("async_generator_asend");
export const asyncThrowSpec = stepType("async_generator_athrow");

function step(rt: Runtime, self: PyObject, kind: StepKind, argument: PyObject | null): PyObject {
  rt.meetHooks(self);
  return new PyAsyncStep(rt, self as PyGenerator, kind, argument);
}

export const asyncGeneratorSpec = defineType({
  name: "async_generator",
  basicSize: 112,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  slots: {
    repr: (rt, self) => rt.str(`<async_generator object ${rt.strText((self as PyGenerator).qualname)} at 0x${self.id.toString(16)}>`),
    asyncIter: (_rt, self) => retain(self),
    asyncNext: (rt, self) => step(rt, self, "send", null),
    finalize: (rt, self) => rt.finalizeGenerator(self),
  },
  methods: [
    classGetItem,
    method("asend(self, value, /)", (rt, [self, value]) => step(rt, self, "send", value)),
    method("athrow(self, typ, [val], [tb], /)", (rt, [self, ...raised]) => {
      rt.warnOfThrow("athrow", raised[1]);
      return step(rt, self, "throw", rt.temp(rt.takeTuple(raised.map((one) => retain(one ?? rt.none)))));
    }),
    method("aclose(self, /)", (rt, [self]) => step(rt, self, "close", null)),
  ],
  getset: generatorStateFields("ag", "ag_await"),
});
