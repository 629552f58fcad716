import { defineType, method, type TypeSpec } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyDict } from "../types/dict.ts";
import { dictItemsSpec, dictKeysSpec, dictValuesSpec, PyDictView } from "../types/dict-views.ts";
import { reducedToRest } from "../types/iterator-state.ts";

/* What looks at an OrderedDict (Objects/odictobject.c). */

/** A dict that knows when it was cleared last: between which versions of its keys. */
export class PyClearable extends PyDict {
  clearedFrom = -1;
  clearedTo = -1;

  override empty(): void {
    this.clearedFrom = this.version;
    super.empty();
    this.clearedTo = this.version;
  }
}

type Part = "keys" | "values" | "items";

/** Goes through an OrderedDict either way; any change of its keys or their order ends it. */
class PyOrderedIterator extends PyDictView {
  part: Part = "keys";
  step: 1 | -1 = 1;
  /** Where the next entry is looked for. */
  position = 0;
  /** The dict's, when the iterator was made. */
  version = 0;
}

/** The next part of an entry, or null at the end (odictiter_iternext). */
function next(rt: Runtime, iterator: PyOrderedIterator): PyObject | null {
  const { dict } = iterator;
  if (!dict) return null;
  if (dict.version !== iterator.version) {
    const isCleared = dict instanceof PyClearable && dict.clearedFrom === iterator.version && dict.clearedTo === dict.version;
    iterator.clear();
    rt.raise("RuntimeError", `OrderedDict ${isCleared && !rt.profile.containers.clearChangesOrder ? "changed size" : "mutated"} during iteration`);
  }
  let at = iterator.position;
  while (at >= 0 && at < dict.entries.length && !dict.entries[at]) at += iterator.step;
  rt.charge(Math.abs(at - iterator.position) >> 3);
  const entry = dict.entries[at];
  if (!entry) {
    iterator.clear();
    return null;
  }
  iterator.position = at + iterator.step;
  if (iterator.part === "items") return rt.takeTuple([retain(entry.key), retain(entry.value)]);
  return retain(iterator.part === "keys" ? entry.key : entry.value);
}

function copyOf(iterator: PyOrderedIterator): PyOrderedIterator {
  const copy = new PyOrderedIterator(iterator.type);
  copy.dict = iterator.dict ? retain(iterator.dict) : null;
  const { part, step, position, version } = iterator;
  return Object.assign(copy, { part, step, position, version });
}

const iteratorSpec = defineType({
  name: "odict_iterator",
  basicSize: 64,
  collected: true,
  baseType: false,
  allocate: (type) => new PyOrderedIterator(type),
  slots: { iter: (_rt, self) => retain(self), next: (rt, self) => next(rt, self as PyOrderedIterator) },
  methods: [method("__reduce__(self, /)", (rt, [self]) => reducedToRest(rt, copyOf(self as PyOrderedIterator)))],
});

/** An iterator over a part of each entry, from the first or from the last. */
export function orderedIterator(rt: Runtime, dict: PyDict, part: Part, step: 1 | -1): PyObject {
  const iterator = new PyOrderedIterator(rt.typeOf(iteratorSpec));
  iterator.dict = retain(dict);
  iterator.version = dict.version;
  iterator.position = step === 1 ? 0 : dict.entries.length - 1;
  return Object.assign(iterator, { part, step });
}

function viewSpec(part: Part, base: TypeSpec): TypeSpec {
  return defineType({
    name: `odict_${part}`,
    base,
    basicSize: 24,
    collected: true,
    baseType: false,
    allocate: (type) => new PyDictView(type),
    slots: { iter: (rt, self) => orderedIterator(rt, (self as PyDictView).dict as PyDict, part, 1) },
    methods: [method("__reversed__(self, /)", (rt, [self]) => orderedIterator(rt, (self as PyDictView).dict as PyDict, part, -1))],
  });
}

const views = { keys: viewSpec("keys", dictKeysSpec), values: viewSpec("values", dictValuesSpec), items: viewSpec("items", dictItemsSpec) };

/** `keys()`, `values()` and `items()` of an OrderedDict. */
export function orderedView(rt: Runtime, dict: PyDict, part: Part): PyObject {
  const view = new PyDictView(rt.typeOf(views[part]));
  view.dict = retain(dict);
  return view;
}
