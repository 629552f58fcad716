import { release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { PyDict } from "../types/dict.ts";
import { PyModule } from "../types/module.ts";
import type { Machine } from "./machine.ts";

/**
 * The end of the interpreter (Python/pylifecycle.c, finalize_modules): exit functions, then `sys.modules` is emptied and
 * garbage is collected, with which most modules go. What the namespaces of the others still hold is given up then, private
 * names first. Objects that lived until now run their `__del__` here: those of modules that go as garbage before anything
 * that they use is taken away.
 */
export function endModules(vm: Machine): void {
  callAtExit(vm, "threading", "_shutdown");
  callAtExit(vm, "atexit", "_run_exitfuncs");
  vm.threads.finalize();
  // The last that was loaded comes first.
  const namespaces: PyDict[] = [];
  for (const name of vm.modules.keysText()) {
    const module = vm.modules.peekName(name);
    if (module instanceof PyModule && module.dict && module.dict !== vm.builtins) namespaces.unshift(module.dict);
    vm.modules.deleteName(name);
  }
  const { main } = vm;
  vm.main = null;
  if (main) release(main);
  vm.heap.collector.collect(2);
  for (const space of namespaces) if (space.refs > 0) clearNamespace(vm, space);
  vm.heap.collector.collect(2);
}

/** A function of a module that the program has loaded. */
function callAtExit(vm: Machine, name: string, func: string): void {
  const module = vm.modules.peekName(name);
  if (!(module instanceof PyModule)) return;
  try {
    release(vm.callMethod(module, func, []));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    vm.unraisable(error.exception, module);
  }
}

/** Binds every name to None, private ones first (_PyModule_ClearDict). */
function clearNamespace(vm: Machine, space: PyDict): void {
  retain(space);
  const names = space.keysText();
  for (const privateOnes of [true, false]) for (const name of names) if (/^_(?!_)/.test(name) === privateOnes && name !== "__builtins__") space.setName(name, vm.none);
  release(space);
}
