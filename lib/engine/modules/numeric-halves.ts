import type { PyObject } from "../core/object.ts";
import type { Machine } from "../vm/machine.ts";

/** What the machine lends to the Python halves of modules about numbers: rules of the version. */
export const numericLent: Readonly<Record<string, (vm: Machine) => Record<string, PyObject>>> = {
  calendar: (vm) => {
    const rules = vm.profile.numericModules.calendar;
    return {
      _enumerations: vm.bool(rules.enumerations),
      _checks_months: vm.bool(rules.checksMonths),
      _standalone_months: vm.bool(rules.standaloneMonths),
    };
  },
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
  random: (vm) => {
    const rules = vm.profile.numericModules.random;
    return {
      _takes_whole_floats: vm.bool(rules.takesWholeFloats),
      _has_binomial: vm.bool(rules.binomial),
      _tells_randint: vm.bool(rules.tellsRandint),
      _seed_text_breaks_first: vm.bool(rules.seedTextBreaksFirst),
      _keeps_deprecated: vm.bool(rules.keepsDeprecated),
    };
  },
  statistics: (vm) => {
    const rules = vm.profile.numericModules.statistics;
    return {
      _roots_exactly: vm.bool(rules.rootsExactly),
      _ranks: vm.bool(rules.ranks),
      _estimates: vm.bool(rules.estimates),
      _complements: vm.bool(rules.complements),
      _shows_negative: vm.bool(rules.showsNegative),
    };
  },
};
