import type { PyObject } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";

/** What the machine lends to the Python halves of modules about numbers: rules of the version. */
export const numericLent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  fractions: (vm) => {
    const rules = vm.profile.numericModules.fractions;
    return {
      _reads_underscores: vm.bool(rules.readsUnderscores),
      _reads_spaces_at_slash: vm.bool(rules.formats),
      _formats: vm.bool(rules.formats),
      _declines_powers: vm.bool(rules.formats),
      _formats_plain: vm.bool(rules.formatsPlain),
      _refuses_complex_floor: vm.bool(rules.formatsPlain),
      _takes_any_ratio: vm.bool(rules.takesAnyRatio),
      _groups_fraction: vm.bool(rules.takesAnyRatio),
    };
  },
};
