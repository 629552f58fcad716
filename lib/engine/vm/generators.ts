import { CodeFlag } from "../compiler/code.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { Raise } from "../core/raise.ts";
import { PyType } from "../core/type.ts";
import { PyException } from "../types/exception.ts";
import type { Frame } from "../types/frame.ts";
import { endFrame } from "../types/frame-object.ts";
import { PyCoroutineWrapper, PyGenerator, peekDelegate } from "../types/generator.ts";
import { PyTraceback } from "../types/traceback.ts";
import { enterGenerator, tellsCalls } from "./generator-frames.ts";
import { chainContext, execute } from "./loop.ts";
import type { Machine } from "./machine.ts";
import { generatorEnded, stopIteration, tellRaise } from "./stop-events.ts";

/** What a resumed frame did: gave a value, or came to its end with one. The value is owned. */
export interface Resumed {
  readonly yielded: boolean;
  readonly value: PyObject;
}

function word(vm: Machine, generator: PyGenerator): string {
  if (generator.type === vm.types.coroutine) return "coroutine";
  return generator.type === vm.types.async_generator ? "async generator" : "generator";
}

function checkStart(vm: Machine, generator: PyGenerator, value: PyObject): void {
  if (generator.state === "created" && value !== vm.none) {
    vm.raise("TypeError", `can't send non-None value to a just-started ${word(vm, generator)}`);
  }
}

function checkRunning(vm: Machine, generator: PyGenerator): void {
  if (generator.state === "running") vm.raise("ValueError", `${word(vm, generator)} already executing`);
}

/**
 * Enters a suspended frame with a value, or with an exception to raise there (Objects/genobject.c, gen_send_ex2).
 * `value` is borrowed; a Raise is taken over.
 */
export function resume(vm: Machine, generator: PyGenerator, value: PyObject, raised: Raise | null = null): Resumed {
  if (generator.state === "running") {
    if (raised) release(raised.exception);
    checkRunning(vm, generator);
  }
  if (generator.state === "closed" || !generator.frame) {
    if (generator.type === vm.types.coroutine) {
      if (raised) release(raised.exception);
      vm.raise("RuntimeError", "cannot reuse already awaited coroutine");
    }
    if (raised) throw raised;
    return { yielded: false, value: retain(vm.none) };
  }
  if (!raised) checkStart(vm, generator, value);
  const frame = generator.frame as Frame;
  retain(generator);
  try {
    frame.exit = -1;
    enterGenerator(vm, generator);
    frame.push(retain(raised ? vm.none : value));
    if (raised) {
      // What the frame is handling becomes the context (_PyErr_ChainStackItem), not what its caller is.
      if (generator.handled.value) chainContext(vm, raised.exception);
      if (!tellsCalls(vm, frame)) vm.tracer.call(frame);
      vm.monitoring?.thrown(frame, raised.exception);
    }
    const result = execute(vm, frame, raised);
    return { yielded: vm.yielded, value: result };
  } finally {
    release(generator);
  }
}

/** The next value, or null at the end; a return value other than None is thrown as StopIteration. */
export function nextValue(vm: Machine, generator: PyGenerator): PyObject | null {
  const { yielded, value } = resume(vm, generator, vm.none);
  if (yielded) return value;
  if (value === vm.none) {
    release(value);
    return null;
  }
  throw stopIteration(vm, value);
}

export function send(vm: Machine, generator: PyGenerator, value: PyObject): PyObject {
  return valueOrStop(vm, generator, resume(vm, generator, value));
}

function valueOrStop(vm: Machine, generator: PyGenerator, resumed: Resumed): PyObject {
  if (resumed.yielded) return resumed.value;
  if (generator.type === vm.types.async_generator) {
    release(resumed.value);
    throw vm.makeRaise("StopAsyncIteration", []);
  }
  throw stopIteration(vm, resumed.value);
}

/** `generator.throw(type, value, traceback)` (gen_throw). */
export function throwInto(vm: Machine, generator: PyGenerator, type: PyObject, value: PyObject | null, traceback: PyObject | null): PyObject {
  const raise = exceptionToThrow(vm, type, value, traceback);
  return valueOrStop(vm, generator, throwRaise(vm, generator, raise));
}

/** Raises at the point where the generator is suspended, first in what it delegates to. */
export function throwRaise(vm: Machine, generator: PyGenerator, raise: Raise): Resumed {
  checkRunningOr(vm, generator, raise);
  const delegate = peekDelegate(generator);
  if (!delegate) return resume(vm, generator, vm.none, raise);
  if (raise.exception.type.isSubtypeOf(vm.types.GeneratorExit)) {
    const failed = closeDelegate(vm, generator, delegate);
    if (failed) release(raise.exception);
    return resume(vm, generator, vm.none, failed ?? raise);
  }
  return throwToDelegate(vm, generator, delegate, raise);
}

function checkRunningOr(vm: Machine, generator: PyGenerator, raise: Raise): void {
  if (generator.state !== "running") return;
  release(raise.exception);
  checkRunning(vm, generator);
}

function throwToDelegate(vm: Machine, generator: PyGenerator, delegate: PyObject, raise: Raise): Resumed {
  retain(delegate);
  const before = generator.state;
  const frame = generator.frame as Frame;
  const { back } = frame;
  /** Who is thrown into sees this frame as its caller, though it does not run. */
  const showFrame = (): void => {
    frame.back = vm.frame;
    vm.frame = frame;
  };
  const hideFrame = (): void => {
    if (vm.frame !== frame) return;
    vm.frame = frame.back;
    frame.back = back;
  };
  try {
    generator.state = "running";
    const inner = delegate instanceof PyCoroutineWrapper ? (delegate.coroutine as PyGenerator) : delegate;
    if (inner instanceof PyGenerator && inner.type !== vm.types.async_generator) {
      showFrame();
      const resumed = throwRaise(vm, inner, raise);
      hideFrame();
      if (resumed.yielded) return resumed;
      generator.state = before;
      return delegateEnded(vm, generator, stopIteration(vm, resumed.value));
    }
    const method = vm.getAttributeOrNull(delegate, "throw");
    if (!method) {
      generator.state = before;
      return resume(vm, generator, vm.none, raise);
    }
    vm.temp(method);
    vm.temp(raise.exception);
    if (vm.profile.generators.throwShowsDelegators) showFrame();
    return { yielded: true, value: vm.call(method, [raise.exception]) };
  } catch (error) {
    hideFrame();
    generator.state = before;
    if (!(error instanceof Raise)) throw error;
    return delegateEnded(vm, generator, error);
  } finally {
    hideFrame();
    if (generator.state === "running") generator.state = before;
    release(delegate);
  }
}

/**
 * Goes on after an exception that was thrown into the delegate has come out of it, or the StopIteration that it ended
 * with. Where the code has no instruction for that, the machine goes to the end of the loop itself (gen_throw of 3.11).
 */
function delegateEnded(vm: Machine, generator: PyGenerator, raise: Raise): Resumed {
  const { delegation } = instructionSetOf(vm.profile.compiler.instructionSet).recipes;
  const isStop = raise.exception.type.isSubtypeOf(vm.types.StopIteration);
  if (delegation === "send-and-cleanup" || (delegation === "send" && !isStop)) return resume(vm, generator, vm.none, raise);
  const frame = generator.frame as Frame;
  // The frame stands behind SEND and YIELD_VALUE, or before the YIELD_FROM that would be repeated.
  frame.pc = delegation === "send" ? (frame.code.spec.code[frame.pc - 2].target as number) : frame.pc + 1;
  frame.drop(1);
  if (!isStop) return resume(vm, generator, vm.none, raise);
  const value = vm.temp(vm.getAttribute(raise.exception, "value"));
  release(raise.exception);
  return resume(vm, generator, value);
}

/** Closes what a generator delegates to; the exception that this raised, or null (gen_close_iter). */
function closeDelegate(vm: Machine, generator: PyGenerator, delegate: PyObject): Raise | null {
  retain(delegate);
  generator.state = "running";
  try {
    if (delegate instanceof PyGenerator) release(close(vm, delegate));
    else {
      const method = vm.getAttributeOrNull(delegate, "close");
      if (method) release(vm.call(vm.temp(method), []));
    }
    return null;
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    return error;
  } finally {
    generator.state = "suspended";
    release(delegate);
  }
}

/** Whether it waits at a yield that is in no try statement: RESUME tells (gen_close in 3.13). */
function waitsOutsideOfTry(generator: PyGenerator): boolean {
  if (generator.state !== "suspended" || !generator.frame || peekDelegate(generator)) return false;
  const { op, arg } = generator.frame.code.spec.code[generator.frame.pc];
  return op === "RESUME" && (arg & OUTSIDE_OF_TRY) !== 0;
}

/** A bit of RESUME's argument (RESUME_OPARG_DEPTH1_MASK). */
const OUTSIDE_OF_TRY = 4;

/** `generator.close()`: GeneratorExit inside; its return value since 3.13 (gen_close). */
export function close(vm: Machine, generator: PyGenerator): PyObject {
  checkRunning(vm, generator);
  if (generator.state === "created" || (vm.profile.generators.closesUnheard && waitsOutsideOfTry(generator))) {
    const { frame } = generator;
    generator.state = "closed";
    generator.frame = null;
    if (frame) {
      frame.generator = null;
      endFrame(vm, frame, null);
    }
    return retain(vm.none);
  }
  if (generator.state === "closed") return retain(vm.none);
  const exit = vm.makeRaise("GeneratorExit", []);
  try {
    const { yielded, value } = throwRaise(vm, generator, exit);
    if (!yielded && vm.profile.memberRules.closeGivesResult) return value;
    release(value);
    if (!yielded) return retain(vm.none);
    return vm.raise("RuntimeError", `${word(vm, generator)} ignored GeneratorExit`);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const { type } = error.exception;
    if (!type.isSubtypeOf(vm.types.GeneratorExit) && !type.isSubtypeOf(vm.types.StopIteration)) throw error;
    release(error.exception);
    return retain(vm.none);
  }
}

/** Tells the module `warnings` that `object` was never awaited; a filter may make that an error, which nobody can catch. */
export function warnUnawaited(vm: Machine, object: PyObject, teller: string, ...args: readonly PyObject[]): void {
  try {
    release(vm.call(vm.importer.peekName("warnings", teller), args));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    vm.unraisable(error.exception, object);
  }
}

/** The last reference to a generator goes: a suspended one is closed, so that its finally blocks run (PEP 442, _PyGen_Finalize). */
export function finalize(vm: Machine, generator: PyGenerator): void {
  if (generator.state === "created" && generator.type === vm.types.coroutine) {
    warnUnawaited(vm, generator, "_warn_unawaited_coroutine", generator);
  }
  if (generator.state !== "suspended") return;
  const { finalizer } = generator;
  try {
    if (finalizer && !generator.asyncClosed) release(vm.call(finalizer, [generator]));
    else release(close(vm, generator));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    vm.unraisable(error.exception, generator, "generator");
  }
}

/** Tells the thread's hooks of an asynchronous generator before its first step (async_gen_init_hooks). */
export function meetHooks(vm: Machine, generator: PyGenerator): void {
  if (generator.hasMetHooks) return;
  generator.hasMetHooks = true;
  const { firstIteration, finalizer } = vm.thread.generatorHooks;
  if (finalizer) generator.finalizer = retain(finalizer);
  if (firstIteration) release(vm.call(firstIteration, [generator]));
}

/** The exception that `throw` was asked for, as one object. */
function exceptionToThrow(vm: Machine, type: PyObject, value: PyObject | null, traceback: PyObject | null): Raise {
  if (traceback && traceback !== vm.none && !(traceback instanceof PyTraceback)) {
    vm.raise("TypeError", "throw() third argument must be a traceback object");
  }
  const exception = normalize(vm, type, value);
  if (traceback instanceof PyTraceback && exception instanceof PyException) {
    const old = exception.traceback;
    exception.traceback = retain(traceback);
    if (old) release(old);
  }
  return new Raise(exception);
}

function normalize(vm: Machine, type: PyObject, value: PyObject | null): PyObject {
  if (type instanceof PyException) {
    if (value && value !== vm.none) vm.raise("TypeError", "instance exception may not have a separate value");
    return retain(type);
  }
  if (type instanceof PyType && type.isSubtypeOf(vm.types.BaseException)) {
    if (value instanceof PyException && value.type.isSubtypeOf(type)) return retain(value);
    const made = vm.call(type, value && value !== vm.none ? [value] : []);
    if (made instanceof PyException) return made;
    vm.temp(made);
    return vm.raise("TypeError", `calling ${vm.reprText(type)} should have returned an instance of BaseException, not ${made.type.name}`);
  }
  return vm.raise("TypeError", `exceptions must be classes or instances deriving from BaseException, not ${type.type.name}`);
}

/** What `await` and `async for` iterate (Python/ceval.c, _PyEval_GetAwaitable; Objects/genobject.c, _PyCoro_GetAwaitableIter). */
export function awaitable(vm: Machine, object: PyObject, where: number): PyObject {
  if (object instanceof PyGenerator) {
    if (object.type === vm.types.coroutine) {
      if (peekDelegate(object)) vm.raise("RuntimeError", "coroutine is being awaited already");
      return retain(object);
    }
    if (object.code.spec.flags & CodeFlag.ITERABLE_COROUTINE) return retain(object);
  }
  const getter = object.type.slots.await;
  if (!getter) return notAwaitable(vm, object, where);
  const iterator = getter(vm, object);
  if (iterator instanceof PyGenerator && iterator.type === vm.types.coroutine) {
    release(iterator);
    vm.raise("TypeError", "__await__() returned a coroutine");
  }
  if (!iterator.type.slots.next) {
    const { name } = iterator.type;
    release(iterator);
    vm.raise("TypeError", vm.message("awaitNotIterator", object.type.name, name));
  }
  return iterator;
}

function notAwaitable(vm: Machine, object: PyObject, where: number): never {
  const { name } = object.type;
  if (where === 1) vm.raise("TypeError", `'async with' received an object from __aenter__ that does not implement __await__: ${name}`);
  if (where === 2) vm.raise("TypeError", `'async with' received an object from __aexit__ that does not implement __await__: ${name}`);
  return vm.raise("TypeError", vm.message("notAwaitable", name));
}

export function asyncIterator(vm: Machine, object: PyObject): PyObject {
  const getter = object.type.slots.asyncIter;
  if (!getter) return vm.raise("TypeError", `'async for' requires an object with __aiter__ method, got ${object.type.name}`);
  const iterator = getter(vm, object);
  if (iterator.type.slots.asyncNext) return iterator;
  const { name } = iterator.type;
  release(iterator);
  return vm.raise("TypeError", `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`);
}

export function asyncNext(vm: Machine, iterator: PyObject): PyObject {
  const getter = iterator.type.slots.asyncNext;
  if (!getter) return vm.raise("TypeError", `'async for' requires an iterator with __anext__ method, got ${iterator.type.name}`);
  const next = vm.temp(getter(vm, iterator));
  try {
    return awaitable(vm, next, 0);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const cause = error.exception;
    const made = vm.newException("TypeError", `'async for' received an invalid object from __anext__: ${next.type.name}`) as PyException;
    made.setCause(cause);
    made.setContext(cause);
    release(cause);
    throw new Raise(made);
  }
}

/** One step of what `yield from` or `await` delegates to (SEND): generators are entered, iterators asked, others sent to. */
export function sendTo(vm: Machine, receiver: PyObject, value: PyObject): Resumed {
  const inner = receiver instanceof PyCoroutineWrapper ? (receiver.coroutine as PyGenerator) : receiver;
  if (inner instanceof PyGenerator && inner.type !== vm.types.async_generator) {
    const resumed = resume(vm, inner, value);
    if (vm.hearsStops && !resumed.yielded) generatorEnded(vm, vm.frame as Frame, resumed.value, -1, false);
    return resumed;
  }
  try {
    if (value === vm.none && receiver.type.slots.next) {
      const item = receiver.type.slots.next(vm, receiver);
      return item ? { yielded: true, value: item } : { yielded: false, value: retain(vm.none) };
    }
    return { yielded: true, value: vm.callMethod(receiver, "send", [value]) };
  } catch (error) {
    if (!vm.isGuestError(error, "StopIteration")) throw error;
    if (vm.hearsStops) tellRaise(vm, vm.frame as Frame, error);
    const result = vm.getAttribute(error.exception, "value");
    release(error.exception);
    return { yielded: false, value: result };
  }
}
