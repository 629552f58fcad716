import { type PyObject, retain } from "../core/object.ts";
import type { TypeSpec } from "../core/define.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { batchedSpec, chainSpec, combinationsSpec, combinationsWithReplacementSpec, pairwiseSpec, permutationsSpec, productSpec, zipLongestSpec } from "./itertools/combining.ts";
import { countSpec, cycleSpec, repeatSpec } from "./itertools/endless.ts";
import { groupbySpec, grouperSpec, teeFunction, teeSpec } from "./itertools/grouping.ts";
import { accumulateSpec, compressSpec, dropwhileSpec, filterfalseSpec, isliceSpec, starmapSpec, takewhileSpec } from "./itertools/selecting.ts";

const types: readonly TypeSpec[] = [
  accumulateSpec, batchedSpec, chainSpec, combinationsSpec, combinationsWithReplacementSpec, compressSpec, countSpec, cycleSpec,
  dropwhileSpec, filterfalseSpec, groupbySpec, grouperSpec, isliceSpec, pairwiseSpec, permutationsSpec, productSpec, repeatSpec,
  starmapSpec, takewhileSpec, teeSpec, zipLongestSpec,
];

/** `itertools` (Modules/itertoolsmodule.c). */
export const itertoolsModule: ModuleSpec = {
  name: "itertools",
  functions: [teeFunction],
  names: (vm) => {
    const present = types.filter((spec) => spec.when?.(vm) ?? true);
    const entries = present.map((spec): [string, PyObject] => [spec.name, retain(vm.typeOf(spec))]);
    return Object.fromEntries(entries);
  },
};
