import type { PyObject } from "../core/object.ts";
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

/** How an error text names what was called: `f()`, `module.f()`, or anything as `str` shows it (Objects/object.c, _PyObject_FunctionStr). */
export function callableName(vm: Machine, callable: PyObject): string {
  const qualname = vm.getAttributeOrNull(callable, "__qualname__");
  if (!qualname) return vm.strText(callable);
  const name = vm.strText(vm.temp(qualname));
  const module = vm.getAttributeOrNull(callable, "__module__");
  const prefix = module && vm.temp(module) !== vm.none ? vm.strText(module) : "";
  return prefix === "" || prefix === "builtins" ? `${name}()` : `${prefix}.${name}()`;
}
