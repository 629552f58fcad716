import { retain } from "../core/object.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { MAX_PRECISION } from "./decimal/context.ts";
import { contextSpec } from "./decimal/context-type.ts";
import { decimalSpec } from "./decimal/decimal-type.ts";

/** `decimal`: numbers and contexts here, signals and the current context in the Python half (Modules/_decimal/_decimal.c). */
export const decimalModule: ModuleSpec = {
  name: "decimal",
  source: () => pythonHalf("decimal"),
  names: (vm) => ({
    Decimal: retain(vm.typeOf(decimalSpec)),
    Context: retain(vm.typeOf(contextSpec)),
    MAX_PREC: vm.int(MAX_PRECISION),
    MAX_EMAX: vm.int(MAX_PRECISION),
    MIN_EMIN: vm.int(-MAX_PRECISION),
    MIN_ETINY: vm.int(-1999999999999999997n),
    _takes_keywords: vm.bool(vm.profile.numericModules.decimal.localContextKeywords),
    _keyword_text: vm.str(vm.profile.numericModules.decimal.keywordText.replace("{1}", "{0}")),
    _has_ieee: vm.bool(vm.profile.numericModules.decimal.hasFromNumber),
  }),
};
