import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { PyException } from "../types/exception.ts";
import { structSequence, takeStruct } from "../types/struct-sequence.ts";
import { errorTexts } from "./error-texts.ts";
import type { Machine } from "./machine.ts";
import { writeToStderr } from "./standard-error.ts";

/** What was going on when an exception had nowhere to go: newer versions say it. */
export type Unraisable = "deallocator" | "weakref callback" | "generator" | "GC callback" | "";

const hookArguments = structSequence("builtins", "UnraisableHookArgs", ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"]);

/** An exception that has nowhere to go is described on stderr (Python/errors.c, PyErr_FormatUnraisable); takes over the reference. */
export function unraisable(vm: Machine, exception: PyObject, where: PyObject, doing: Unraisable): void {
  const mark = vm.temporaries.length;
  const told = doing !== "" && vm.profile.tracebacks.unraisableSaysWhat;
  const message = told ? `Exception ignored while ${doing === "generator" ? "closing" : "calling"} ${doing} ${shownPlace(vm, where)}` : null;
  const hook = vm.importer.peekSysHook("unraisablehook");
  try {
    if (hook && hook !== vm.none && exception instanceof PyException) callHook(vm, hook, exception, message, where);
    else writeUnraisable(vm, exception, message === null ? `Exception ignored in: ${shownPlace(vm, where)}` : `${message}:`);
  } finally {
    vm.releaseTemporaries(mark);
    release(exception);
  }
}

function shownPlace(vm: Machine, where: PyObject): string {
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

function callHook(vm: Machine, hook: PyObject, exception: PyException, message: string | null, where: PyObject): void {
  const text = message === null ? retain(vm.none) : vm.str(message);
  const object = message === null ? where : vm.none;
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
