import type { CompileMode } from "../compiler/code.ts";
import { symbolTableOf } from "../compiler/compile.ts";
import type { Entry, Scope } from "../compiler/symtable/entry.ts";
import { nativeFunction } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyDict } from "../types/dict.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { parseUnit, raising } from "../vm/source-errors.ts";

/** Numbers of scopes as CPython has them (Include/internal/pycore_symtable.h); 0 is none. */
const SCOPES: readonly Scope[] = ["unknown", "local", "global-explicit", "global-implicit", "free", "cell"];

const rules = (vm: Machine) => vm.profile.sourceModules.symtable;

/** A block as the Python half reads it: name, kind, first line, whether it is nested, symbols with uses and scope, blocks inside. */
function block(vm: Machine, entry: Entry): PyObject {
  vm.charge(1 + entry.symbols.size);
  const symbols = new PyDict(vm.types.dict);
  for (const [name, { flags, scope }] of entry.symbols) symbols.setName(name, vm.temp(vm.takeTuple([vm.int(flags), vm.int(SCOPES.indexOf(scope))])));
  const children = vm.takeTuple(entry.children.map((child) => block(vm, child)));
  const hasBrackets = rules(vm).bracketsNames && (entry.comprehension !== "none" || entry.name === "lambda");
  return vm.takeTuple([vm.intern(hasBrackets ? `<${entry.name}>` : entry.name), vm.intern(entry.kind), vm.int(entry.span.line), vm.bool(entry.nested), symbols, children]);
}

/** `symtable`: the compiler's symbol tables, as it makes them for a source. */
export const symtableModules: readonly ModuleSpec[] = [
  {
    name: "_symtable",
    functions: [
      nativeFunction("_blocks(source, filename, mode, /)", (rt, [source, file, mode]) => {
        const vm = rt as Machine;
        const filename = vm.strText(file);
        const tree = parseUnit(vm, vm.strText(source), vm.strText(mode) as CompileMode, filename);
        return block(vm, raising(vm, filename, null, () => symbolTableOf(tree, vm.profile)).top);
      }),
    ],
  },
  {
    name: "symtable",
    names: (vm) => ({
      _kind_names: vm.takeTuple(Object.entries(rules(vm).kindNames).map(([kind, name]) => vm.takeTuple([vm.intern(kind), vm.intern(name)]))),
      _tells_no_namespace: vm.bool(rules(vm).tellsNoNamespace),
      _kinds_are_enum: vm.bool(rules(vm).kindsAreEnum),
      _shown_uses: vm.takeTuple(rules(vm).shownUses.map((use) => vm.intern(use))),
      _asks_more: vm.bool(rules(vm).asksMore),
      _asks_cells: vm.bool(rules(vm).asksCells),
      _methods_are_functions: vm.bool(rules(vm).methodsAreFunctions),
      _methods_warn: vm.bool(rules(vm).methodsWarn),
    }),
    source: () => pythonHalf("symtable"),
  },
];
