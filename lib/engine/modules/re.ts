import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { matchSpec } from "./re/match.ts";
import { compilePattern, isPatternSource, patternSpec } from "./re/pattern.ts";

/** `_sre.compile(pattern, flags)`: the pattern, and the warnings about it as (category, text) pairs. */
const compileFunction = nativeFunction("compile(pattern, flags, /)", (rt, [source, flags]) => {
  if (!isPatternSource(source)) rt.raise("TypeError", "first argument must be string or compiled pattern");
  const { pattern, warnings } = compilePattern(rt, source, Number(BigInt.asUintN(31, rt.index(flags))));
  const list = warnings.map(({ category, text }) => rt.takeTuple([rt.str(category), rt.str(text)]));
  return rt.takeTuple([pattern, rt.takeTuple(list)]);
});

/** `_sre`: compiled patterns, matches, and the metered matcher behind them. */
export const reHostModule: ModuleSpec = {
  name: "_sre",
  functions: [compileFunction],
  names: (vm) => ({ Pattern: retain(vm.typeOf(patternSpec)), Match: retain(vm.typeOf(matchSpec)) }),
};

/** `re`: flags, cache, and functions that compile first. */
export const reModule: ModuleSpec = {
  name: "re",
  source: () => pythonHalf("re"),
  names: (vm) => {
    const rules = vm.profile.library.regex;
    return {
      _has_no_flag: vm.bool(rules.hasNoFlag),
      _has_template: vm.bool(rules.templateFlag),
      _warns_of_positions: vm.bool(rules.warnsOfPositions),
      _has_prefix_match: vm.bool(rules.prefixMatch),
      _error_name: vm.intern(rules.errorName),
    };
  },
};
