import type { PyObject } from "../core/object.ts";
import { message } from "../profiles/message.ts";
import { PyFunction } from "../types/function.ts";
import { PyMethod } from "../types/method.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { errorTexts } from "./error-texts.ts";
import type { Machine } from "./machine.ts";

/** A NameError carries the name it is about; an UnboundLocalError does not. */
export function raiseName(vm: Machine, type: string, text: string, name: string): never {
  const raise = vm.makeRaise(type, [vm.str(text)]);
  if (type === "NameError") vm.setAttribute(raise.exception, "name", vm.temp(vm.str(name)));
  throw raise;
}

/** ImportError with the module's and the missing name. */
export function raiseImport(vm: Machine, text: string, module: string, name: string, type = "ImportError"): never {
  const raise = vm.makeRaise(type, [vm.str(text)]);
  vm.setAttribute(raise.exception, "name", vm.temp(vm.str(module)));
  if (name) vm.setAttribute(raise.exception, "name_from", vm.temp(vm.str(name)));
  throw raise;
}

/** How an error text names what was called: `f()`, `module.f()` (Objects/object.c, _PyObject_FunctionStr). */
export function callableName(vm: Machine, callable: PyObject): string {
  const target = callable instanceof PyMethod ? callable.func : callable;
  if (target instanceof PyFunction || target instanceof PyBuiltinFunction) {
    const qualname = vm.strText(vm.temp(vm.getAttribute(target, "__qualname__")));
    const module = vm.temp(vm.getAttribute(target, "__module__"));
    const prefix = module === vm.none ? "" : vm.strText(module);
    return prefix === "" || prefix === "builtins" ? `${qualname}()` : `${prefix}.${qualname}()`;
  }
  return vm.strText(callable);
}

/** "Did you mean …" for keyword arguments, where the version adds it to the TypeError's text. */
export function suggestKeyword(vm: Machine, name: string, known: readonly string[]): string {
  if (!vm.profile.messages.keywordSuggestion) return "";
  const best = errorTexts.get().closest(vm, name, known);
  return best ? message(vm.profile, "keywordSuggestion", [best]) : "";
}
