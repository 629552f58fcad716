import { type PyObject, retain } from "../../core/object.ts";
import { PyModule } from "../../types/module.ts";
import { raiseImport } from "../errors.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { lookUp } from "./names.ts";

/** `import` and `from … import`. */
export const importHandlers: Readonly<Record<string, Handler>> = {
  IMPORT_NAME: (vm, frame, index) => {
    const name = frame.code.spec.names[index];
    const hook = lookUp(vm, frame.builtins, "__import__") ?? vm.raise("ImportError", "__import__ not found");
    vm.temp(hook);
    const locals = frame.locals ?? vm.none;
    const text = vm.temp(vm.intern(name));
    const module = vm.call(hook, [text, frame.globals, locals, frame.peek(1), frame.peek(2)]);
    frame.drop(2);
    frame.push(module);
  },
  IMPORT_FROM: (vm, frame, index) => {
    const name = frame.code.spec.names[index];
    const module = frame.peek(1);
    const value = vm.getAttributeOrNull(module, name);
    frame.push(value ?? submodule(vm, module, name) ?? cannotImport(vm, module, name));
  },
};

function cannotImport(vm: Machine, module: PyObject, name: string): never {
  const own = module instanceof PyModule ? module.dict?.peekName("__name__") : null;
  const from = own ? vm.strText(own) : "<unknown module name>";
  return raiseImport(vm, `cannot import name '${name}' from '${from}' (unknown location)`, from, name);
}

/** A submodule that is loaded but not yet an attribute of its package. */
function submodule(vm: Machine, module: PyObject, name: string): PyObject | null {
  const own = module instanceof PyModule ? module.dict?.peekName("__name__") : null;
  const loaded = own ? vm.modules.peekName(`${vm.strText(own)}.${name}`) : null;
  if (loaded) return retain(loaded);
  const full = own ? `${vm.strText(own)}.${name}` : "";
  return vm.importer.has(full) ? vm.importer.load(full) : null;
}
