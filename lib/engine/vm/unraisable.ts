import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { PyException } from "../types/exception.ts";
import { structSequence, takeStruct } from "../types/struct-sequence.ts";
import { errorTexts } from "./error-texts.ts";
import { addTraceback } from "./loop.ts";
import type { Machine } from "./machine.ts";
import { writeToStderr } from "./standard-error.ts";

/** What was going on when an exception had nowhere to go: newer versions say it. */
export type Unraisable = "deallocator" | "weakref callback" | "generator" | "GC callback" | "__release_buffer__" | "";

const hookArguments = structSequence("builtins", "UnraisableHookArgs", ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"]);

/** An exception that has nowhere to go is described on stderr (Python/errors.c, PyErr_FormatUnraisable); takes over the reference. */
export function unraisable(vm: Machine, exception: PyObject, where: PyObject, doing: Unraisable): void {
  if (doing === "__release_buffer__") {
    const released = vm.message("releaseBufferFailed", where.type.name);
    return tellUnraisable(vm, exception, released || null, released === "" ? where : vm.none);
  }
  const told = doing !== "" && vm.profile.tracebacks.unraisableSaysWhat;
  const message = told ? `Exception ignored while ${doing === "generator" ? "closing" : "calling"} ${doing} ${shownPlace(vm, where)}` : null;
  tellUnraisable(vm, exception, message, told ? vm.none : where);
}

/** The same with a message of the caller's, and the object that the hook is handed besides. */
export function tellUnraisable(vm: Machine, exception: PyObject, message: string | null, object: PyObject): void {
  const mark = vm.temporaries.length;
  // Raised outside of any frame, it shows the one that was going on.
  if (exception instanceof PyException && !exception.traceback && vm.frame) addTraceback(vm, vm.frame, exception);
  const hook = vm.importer.peekSysHook("unraisablehook");
  try {
    if (hook && hook !== vm.none && exception instanceof PyException) callHook(vm, hook, exception, message, object);
    else writeUnraisable(vm, exception, unraisableTitle(vm, message, object));
  } finally {
    vm.releaseTemporaries(mark);
    release(exception);
  }
}

/** The first line of the default hook: what was going on, and the object where one is told besides. */
export function unraisableTitle(vm: Machine, message: string | null, object: PyObject): string {
  return `${message ?? "Exception ignored in"}:${message !== null && object === vm.none ? "" : ` ${shownPlace(vm, object)}`}`;
}

export function shownPlace(vm: Machine, where: PyObject): string {
  try {
    return vm.reprText(where);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return "<object repr() failed>";
  }
}

/** The default hook: a title, and the exception, alone or with all that tracebacks show. */
export function writeUnraisable(vm: Machine, exception: PyObject, title: string): void {
  const texts = errorTexts.get();
  const isWhole = vm.profile.tracebacks.unraisableIsWhole || !(exception instanceof PyException);
  writeToStderr(vm, `${title}\n${isWhole ? texts.whole(vm, exception) : texts.alone(vm, exception as PyException)}`);
}

function callHook(vm: Machine, hook: PyObject, exception: PyException, message: string | null, object: PyObject): void {
  const text = message === null ? retain(vm.none) : vm.str(message);
  const fields = [exception.type, exception, exception.traceback ?? vm.none].map((field) => retain(field as PyObject));
  try {
    const argument = vm.temp(takeStruct(vm, hookArguments, [...fields, text, retain(object)]));
    release(vm.call(hook, [argument]));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    writeUnraisable(vm, error.exception, `Exception ignored in sys.unraisablehook: ${shownPlace(vm, hook)}`);
    release(error.exception);
  }
}
