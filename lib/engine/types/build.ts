import { type FunctionSpec, type GetSetSpec, type TypeSpec, method, nativeFunction } from "../core/define.ts";
import { IMMORTAL, type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { type New, type SlotName, SlotTable } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import type { Profile } from "../profiles/types.ts";
import { PyBuiltinFunction, PyNewFunction } from "./builtin-function.ts";
import { newStaticMethod } from "./class-method.ts";
import { PyClassMethodDescriptor, PyGetSetDescriptor, PyMethodDescriptor, PyWrapperDescriptor } from "./descriptors.ts";
import { builtinDictGetSet } from "./instance-attributes.ts";
import { linearize } from "./mro.ts";
import { objectSpec } from "./object.ts";
import { DEFS_BY_DUNDER, SLOT_DEFS, type SlotDef } from "./slot-defs.ts";
import { typeSpec } from "./type.ts";

/**
 * Makes the type objects of a runtime from their declarations, bases before derived ones, with empty namespaces.
 * `register` is told of each as soon as it exists, and `rt.types` must know it from then on. The caller owns one
 * reference to each.
 */
export function declareTypes(rt: Runtime, specs: readonly TypeSpec[], register: (spec: TypeSpec, type: PyType) => void): void {
  const made = new Map<TypeSpec, PyType>();
  const add = (spec: TypeSpec, type: PyType) => {
    made.set(spec, type);
    register(spec, type);
  };
  const roots = declareRoots(rt);
  add(typeSpec, roots.type);
  add(objectSpec, roots.object);
  const declare = (spec: TypeSpec): PyType => {
    const known = made.get(spec);
    if (known) return known;
    const bases = [spec.base ?? objectSpec, ...(spec.extraBases ?? [])].map(declare);
    const type = declareType(rt, spec, bases);
    add(spec, type);
    return type;
  };
  for (const spec of specs) if (!spec.when || spec.when(rt)) declare(spec);
}

/**
 * Fills the namespaces of declared types, or leaves it until somebody looks where nobody can tell: where types and None
 * are immortal, what refers to them is not counted. All types and singletons must exist: descriptors and None lie in them.
 */
export function fillTypes(rt: Runtime, types: Iterable<PyType>): void {
  const isLate = rt.profile.immortality.kind === "immortal";
  if (isLate) rt.heap.collector.expectLate();
  for (const type of types) {
    if (isLate) type.isLate = true;
    else fillNamespace(rt, type);
  }
}

/** Fills the namespace of one type that was left. */
export function fillLate(rt: Runtime, type: PyType): void {
  type.isLate = false;
  rt.heap.putOff(() => fillNamespace(rt, type));
}

/** Makes one more type after the others, for modules that bring their own. The bases must exist. */
export function buildType(rt: Runtime, spec: TypeSpec): PyType {
  const type = declareType(rt, spec, [spec.base ?? objectSpec, ...(spec.extraBases ?? [])].map((base) => rt.typeOf(base)));
  fillNamespace(rt, type);
  return type;
}

/** `type` and `object`, each of which needs the other. */
function declareRoots(rt: Runtime): { type: PyType; object: PyType } {
  const type = new PyType(rt, null, "type", [], false, typeSpec);
  type.isCollected = true;
  const object = new PyType(rt, type, "object", [], false, objectSpec);
  applyLayout(object, objectSpec);
  object.slots = slotsOf(objectSpec, null);
  type.base = object;
  type.bases = [retain(object)];
  object.addSubclass(type);
  applyLayout(type, typeSpec);
  type.slots = slotsOf(typeSpec, object);
  type.setMro([type, object]);
  for (const root of [type, object]) keepForever(rt, root);
  return { type, object };
}

function declareType(rt: Runtime, spec: TypeSpec, bases: PyType[]): PyType {
  const type = new PyType(rt, rt.types.type, spec.name, bases, false, spec);
  keepForever(rt, type);
  applyLayout(type, spec);
  type.slots = slotsOf(spec, bases[0]);
  type.setMro(linearize(rt, type, bases));
  return type;
}

function keepForever(rt: Runtime, type: PyType): void {
  if (rt.profile.immortality.kind === "immortal") type.refs = IMMORTAL;
}

function applyLayout(type: PyType, spec: TypeSpec): void {
  const { base } = type;
  const { structSizes, instances: { weakrefPointer } } = type.rt.profile;
  const changed = structSizes.get(type.shownName);
  type.basicSize = changed?.basic ?? spec.basicSize ?? base!.basicSize + (spec.addedSize ?? 0);
  type.itemSize = changed?.item ?? spec.itemSize ?? base?.itemSize ?? 0;
  type.isCollected = spec.collected ?? (base?.isCollected || type.isOnHeap);
  type.hasDict = spec.hasDict ?? base?.hasDict ?? false;
  type.hasWeakrefs = spec.hasWeakrefs ?? base?.hasWeakrefs ?? false;
  if (spec.asClass) {
    type.basicSize += weakrefPointer;
    type.hasPreHeader = weakrefPointer === 0;
  }
  type.isBaseType = spec.baseType ?? true;
  type.isImmutable = true;
  type.allocateInstance = spec.allocate ?? base?.allocateInstance ?? null;
}

/** Makes an empty instance and leaves the rest to `__init__` (PyType_GenericNew). */
const genericNew: New = (_rt, type) => type.allocateInstance!(type);

/** Whether calling the type makes an empty instance. An internal type, such as an iterator's, has no constructor. */
function isPlainlyMade(spec: TypeSpec): boolean {
  return spec.allocate !== undefined && !spec.slots.new && (spec.baseType !== false || spec.slots.init !== undefined);
}

/** The slots of built-in types say nothing about a runtime: all of a process share them. */
const sharedSlots = new Map<TypeSpec, SlotTable>();

function slotsOf(spec: TypeSpec, base: PyType | null): SlotTable {
  let slots = sharedSlots.get(spec);
  if (!slots) sharedSlots.set(spec, (slots = base ? inheritSlots(spec, base) : SlotTable.from(spec.slots, {})));
  return slots;
}

/** Slots of the base, overridden by the type's own (inherit_slots). */
function inheritSlots(spec: TypeSpec, base: PyType): SlotTable {
  const own = spec.slots;
  const slots = SlotTable.from(base.slots, own);
  if (own.richCompare && own.hash === undefined) slots.hash = null;
  if (!own.new) {
    if (isPlainlyMade(spec)) slots.new = genericNew;
    // A built-in type without a constructor of its own cannot be called, unless its base is more than object.
    else if (base.spec === objectSpec) slots.new = undefined;
  }
  return slots;
}

/** What lies in the namespace of a built-in type in one version. */
interface Members {
  readonly hasNew: boolean;
  readonly slots: readonly SlotDef[];
  readonly others: readonly { readonly methods: readonly FunctionSpec[]; readonly getset: readonly GetSetSpec[] }[];
  /** Equality of its own: without a hash of its own it has none. */
  readonly hasEquality: boolean;
}

const members = new WeakMap<Profile, Map<TypeSpec, Members>>();

/** The members of a type: the profile alone decides, so that the machines of a version share the answer. */
function membersOf(rt: Runtime, spec: TypeSpec): Members {
  let known = members.get(rt.profile);
  if (known === undefined) members.set(rt.profile, (known = new Map()));
  let found = known.get(spec);
  if (found === undefined) known.set(spec, (found = listMembers(rt, spec)));
  return found;
}

function listMembers(rt: Runtime, spec: TypeSpec): Members {
  const own = new Set<SlotName>(Object.keys(spec.slots).filter((key) => spec.slots[key as SlotName] !== undefined) as SlotName[]);
  const slots = SLOT_DEFS.filter(({ dunder, slot }) => own.has(slot) && dunder !== "__getattr__" && !rt.profile.absentNames.has(`${spec.name}.${dunder}`));
  return {
    hasNew: own.has("new") || isPlainlyMade(spec),
    slots: slots.filter((def, at) => slots.findIndex(({ dunder }) => dunder === def.dunder) === at),
    others: (spec.more ? [spec.more(), spec] : [spec]).map(({ methods = [], getset = [] }) => ({
      methods: methods.filter((method) => isPresent(rt, spec, method)),
      getset: getset.filter((each) => isPresent(rt, spec, each)),
    })),
    hasEquality: own.has("richCompare"),
  };
}

function fillNamespace(rt: Runtime, type: PyType): void {
  const spec = type.spec!;
  const { hasNew, slots, others, hasEquality } = membersOf(rt, spec);
  if (type.slots.new && hasNew) take(type, "__new__", new PyNewFunction(rt, newFunctionSpec(spec), retain(type), null));
  for (const def of slots) {
    if (def.slot === "hash" && spec.slots.hash === null) take(type, "__hash__", retain(rt.none));
    else if (spec.coexisting?.includes(def.dunder)) take(type, def.dunder, new PyMethodDescriptor(rt, type, slotMethod(type, def)));
    else take(type, def.dunder, new PyWrapperDescriptor(rt, type, def, type.slots));
  }
  for (const { methods, getset } of others) {
    for (const method of methods) take(type, method.name, methodObject(rt, type, method));
    for (const each of getset) take(type, each.name, new PyGetSetDescriptor(rt, type, each));
  }
  if (spec.hasDict && !type.dict.has("__dict__")) take(type, "__dict__", new PyGetSetDescriptor(rt, type, builtinDictGetSet));
  if (type.isOnHeap) take(type, "__module__", rt.intern(spec.module ?? "builtins"));
  if (spec.constants) for (const [name, value] of Object.entries(spec.constants(rt))) take(type, name, value);
  if (!type.dict.has("__doc__")) take(type, "__doc__", retain(rt.none));
  if (type.slots.hash === null && !type.dict.has("__hash__") && hasEquality) take(type, "__hash__", retain(rt.none));
}

function isPresent(rt: Runtime, spec: TypeSpec, member: FunctionSpec | GetSetSpec): boolean {
  return (member.when?.(rt) ?? true) && !rt.profile.absentNames.has(`${spec.name}.${member.name}`);
}

/** Puts an owned object in the namespace. */
function take(type: PyType, name: string, value: PyObject): void {
  type.set(name, value);
  release(value);
}

/** The method that does what a slot of one argument does. */
function slotMethod(type: PyType, { dunder, wrap }: SlotDef): FunctionSpec {
  return method(`${dunder}(self, key, /)`, (rt, [self, key]) => wrap(rt, type.slots, self, [key], null, type));
}

function methodObject(rt: Runtime, type: PyType, spec: FunctionSpec): PyObject {
  if (spec.kind === "classmethod") return new PyClassMethodDescriptor(rt, type, spec);
  if (spec.kind === "staticmethod") return newStaticMethod(rt, new PyBuiltinFunction(rt, spec, retain(type), null));
  // A dunder that has a slot must go through the slot, or guest look-up and the interpreter would disagree.
  if (DEFS_BY_DUNDER.get(spec.name)?.some((def) => type.slots[def.slot] && type.spec!.slots[def.slot])) {
    throw new Error(`${type.name}.${spec.name} is declared both as a slot and as a method`);
  }
  return new PyMethodDescriptor(rt, type, spec);
}

const newSpecs = new WeakMap<TypeSpec, FunctionSpec>();

/** The declaration behind a type's `__new__`; its body is never called, the slot is. */
function newFunctionSpec(spec: TypeSpec): FunctionSpec {
  let known = newSpecs.get(spec);
  if (!known) {
    known = nativeFunction("__new__(*args, **kwargs)", (rt) => retain(rt.none));
    newSpecs.set(spec, known);
  }
  return known;
}
