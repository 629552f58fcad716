import { nativeFunction } from "../core/define.ts";
import { retain } from "../core/object.ts";
import { pythonHalf } from "../python/halves.ts";
import { PyDict } from "../types/dict.ts";
import { PyList } from "../types/list.ts";
import { PyModule } from "../types/module.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

/** A line without its end of a source that stands in `linecache.cache`, or null. */
function cachedLine(vm: Machine, filename: string, line: number): string | null {
  const module = vm.modules.peekName("linecache");
  const cache = module instanceof PyModule ? module.dict?.peekName("cache") : null;
  const entry = cache instanceof PyDict ? cache.peekName(filename) : null;
  const lines = entry instanceof PyTuple && entry.items.length > 1 ? entry.items[2] : null;
  const found = lines instanceof PyList || lines instanceof PyTuple ? lines.items[line - 1] : null;
  return found instanceof PyStr ? found.value.replace(/\n$/, "") : null;
}

/** The host half gives the sources that this run has read. */
export const linecacheModule: ModuleSpec = {
  name: "linecache",
  functions: [
    nativeFunction("_source_text(filename, /)", (rt, [filename]) => {
      const text = filename instanceof PyStr ? (rt as Machine).importer.text(filename.value) : null;
      return text === null ? retain(rt.none) : rt.str(text);
    }),
  ],
  names: (vm) => {
    vm.importer.cachedLine = cachedLine;
    return {};
  },
  source: () => pythonHalf("linecache"),
};
