import type { CompileMode } from "../compiler/code.ts";
import { optimizationOf } from "../compiler/optimization.ts";
import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { pythonHalf } from "../python/halves.ts";
import type { PyDict } from "../types/dict.ts";
import type { PyModule } from "../types/module.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { compileTree, parseUnit } from "../vm/source-errors.ts";
import { NodeReader } from "./ast/from-objects.ts";
import { kindsOf, type NodeKind, type Place } from "./ast/kinds.ts";
import { NodeMaker } from "./ast/to-objects.ts";
import { TreeChecker } from "./ast/validate.ts";

/** Names of the roots by mode. */
const ROOTS: Readonly<Record<CompileMode, string>> = { exec: "Module", eval: "Expression", single: "Interactive" };
const PLACES: Readonly<Record<Place, number>> = { none: 0, start: 1, whole: 2 };

/** `_ast`'s namespace; the public `ast` may be changed by a program. */
function namesOf(rt: Runtime): PyDict {
  return (rt.temp(rt.importModule("_ast")) as PyModule).dict as PyDict;
}

function strings(rt: Runtime, texts: readonly string[]): PyObject {
  return rt.takeTuple(texts.map((text) => rt.intern(text)));
}

/** A kind of node as `_ast` makes a class of it: name, base, doc, place, and of each field name, type, and whether it is optional or a list. */
function described(rt: Runtime, { name, doc, place }: { name: string; doc: string; place: Place }, base: string, fields: NodeKind["fields"]): PyObject {
  const rows = fields.map((field) => rt.takeTuple([rt.intern(field.name), rt.intern(field.type), rt.bool(field.isOptional && !field.isList), rt.bool(field.isList)]));
  return rt.takeTuple([rt.intern(name), rt.intern(base), rt.str(doc), rt.int(PLACES[place]), rt.takeTuple(rows)]);
}

function kindRows(rt: Runtime): PyObject {
  const { sums, nodes } = kindsOf(rt.profile.id);
  const bases = [...sums.values()].map((sum) => described(rt, sum, "AST", []));
  const rest = [...nodes.values()].map((kind) => described(rt, kind, kind.sum?.name ?? "AST", kind.fields));
  rt.charge(rest.length);
  return rt.takeTuple([...bases, ...rest]);
}

/** Reads and checks a tree that a program made for a mode. */
function treeOf(vm: Machine, object: PyObject, mode: CompileMode) {
  const reader = new NodeReader(vm, namesOf(vm));
  if (!reader.isInstance(object, ROOTS[mode])) vm.raise("TypeError", `expected ${ROOTS[mode]} node, got ${object.type.shownName}`);
  const tree = reader.module(object);
  new TreeChecker(vm).module(tree);
  return tree;
}

const rules = (vm: Machine) => vm.profile.sourceModules.ast;

/** `_ast`: the classes of nodes, made from the version's grammar, and the ways between them and our trees. */
export const astHostModule: ModuleSpec = {
  name: "_ast",
  functions: [
    nativeFunction("_kinds()", kindRows),
    nativeFunction("_parse(source, filename, mode, /)", (rt, [source, filename, mode]) => {
      const vm = rt as Machine;
      const tree = parseUnit(vm, vm.strText(source), vm.strText(mode) as CompileMode, vm.strText(filename));
      return new NodeMaker(vm, namesOf(vm)).module(tree);
    }),
    nativeFunction("_copy(tree, mode, /)", (rt, [tree, mode]) => {
      const vm = rt as Machine;
      if (!rules(vm).copiesTrees) return retain(tree);
      return new NodeMaker(vm, namesOf(vm)).module(treeOf(vm, tree, vm.strText(mode) as CompileMode));
    }),
    nativeFunction("_compile(tree, filename, mode, future, optimize, /)", (rt, [tree, filename, mode, future, optimize]) => {
      const vm = rt as Machine;
      const kind = vm.strText(mode) as CompileMode;
      return compileTree(vm, treeOf(vm, tree, kind), kind, vm.strText(filename), { futureAnnotations: vm.truth(future), optimization: optimizationOf(Number(vm.index(optimize)), vm.profile) });
    }),
  ],
  names: (vm) => ({
    _missing_fields: vm.intern(rules(vm).missingFields),
    _shows_nodes: vm.bool(rules(vm).showsNodes),
    PyCF_ONLY_AST: vm.int(0x400),
    PyCF_TYPE_COMMENTS: vm.int(0x1000),
    PyCF_ALLOW_TOP_LEVEL_AWAIT: vm.int(0x2000),
    ...(rules(vm).optimizes ? { PyCF_OPTIMIZED_AST: vm.int(0x8400) } : null),
  }),
  source: () => pythonHalf("_ast"),
};

/** `ast`: what programs do with trees, in Python. */
export const astModules: readonly ModuleSpec[] = [
  astHostModule,
  {
    name: "ast",
    names: (vm) => ({
      _leaves_out: strings(vm, rules(vm).dumpLeavesOut.split(" and ")),
      _old_constants: vm.intern(rules(vm).oldConstants),
      _names_whole_node: vm.bool(rules(vm).namesWholeNode),
      _optimizes: vm.bool(rules(vm).optimizes),
      _compares: vm.bool(rules(vm).showsNodes),
    }),
    source: () => pythonHalf("ast"),
  },
  { name: "_ast_constants", names: (vm) => ({ _warns: vm.bool(rules(vm).oldConstants === "deprecated") }), source: () => pythonHalf("_ast_constants") },
  {
    name: "_ast_unparse",
    names: (vm) => ({
      _free_fields: vm.bool(rules(vm).freeFields),
      _fields_choose_quotes: vm.bool(rules(vm).fieldsChooseQuotes),
      _spares_parentheses: vm.bool(rules(vm).sparesParentheses),
      _joins_interactive: vm.bool(rules(vm).joinsInteractive),
    }),
    source: () => pythonHalf("_ast_unparse"),
  },
];
