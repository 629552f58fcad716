import { nativeFunction } from "../core/define.ts";
import { pythonHalf } from "../python/halves.ts";
import { isIncomplete } from "../syntax/statements.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** Whether more lines could make the source valid (Lib/codeop.py, _maybe_compile). */
const needsMore = nativeFunction("_needs_more(source, symbol, /)", (rt, [source, symbol]) => {
  const vm = rt as Machine;
  const text = vm.strText(source);
  const mode = vm.strText(symbol);
  vm.charge(text.length);
  // A line that goes on would have been joined to the next one without its end.
  return vm.bool(!text.endsWith("\\\n") && isIncomplete(text, vm.profile, mode === "exec" || mode === "eval" ? mode : "single"));
});

/** `code` and `codeop`: consoles in Python, which read as the prompt of a session does; `token` and `tokenize`: sources cut into tokens. */
export const consoleModules: readonly ModuleSpec[] = [
  { name: "codeop", names: (vm) => ({ _needs_more: vm.importer.makeFunction(needsMore, "codeop") }), source: () => pythonHalf("codeop") },
  {
    name: "code",
    names: (vm) => ({
      _has_last_exc: vm.bool(vm.profile.sourceModules.code.keepsLastExc),
      _removes_prompts: vm.bool(vm.profile.sourceModules.code.removesPrompts),
    }),
    source: () => pythonHalf("code"),
  },
  { name: "token", names: (vm) => ({ _names: vm.takeTuple(vm.profile.sourceModules.tokens.names.split(" ").map((name) => vm.intern(name))), _exports_operators: vm.bool(vm.profile.syntax.templateStrings) }), source: () => pythonHalf("token") },
  {
    name: "tokenize",
    names: (vm) => ({
      _in_c: vm.bool(vm.profile.sourceModules.tokens.inC),
      _has_templates: vm.bool(vm.profile.syntax.templateStrings),
      _eof_in_statement: vm.str(vm.profile.sourceModules.tokens.inC ? "unexpected EOF in multi-line statement" : "EOF in multi-line statement"),
    }),
    source: () => pythonHalf("tokenize"),
  },
];
