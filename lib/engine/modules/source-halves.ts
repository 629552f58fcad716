import { linecacheModule } from "./linecache.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";

/** Modules about encodings and lines of text that are written in Python alone. */
export const sourceModules: readonly ModuleSpec[] = [
  linecacheModule,
  { name: "opcode", source: () => pythonHalf("opcode") },
  { name: "codecs", source: () => pythonHalf("codecs") },
  {
    name: "difflib",
    names: (vm) => ({
      _windowed: vm.bool(vm.profile.sourceModules.difflib.windowed),
      _refuses_texts: vm.bool(vm.profile.sourceModules.difflib.refusesTexts),
    }),
    source: () => pythonHalf("difflib"),
  },
];
