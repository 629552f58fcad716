import { type PyObject, release, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import { genericGetAttribute, peekInstanceValue } from "../../protocol/attributes.ts";
import { deleteItem, getItem, setItem } from "../../protocol/item.ts";
import { isMethodDescriptor } from "../../protocol/call.ts";
import { pushMethod } from "../methods.ts";
import { PyCell } from "../../types/cell.ts";
import { PyDict } from "../../types/dict.ts";
import type { Frame } from "../../types/frame.ts";
import { PyMethod } from "../../types/method.ts";
import { superLookup } from "../../types/super.ts";
import { PyType } from "../../core/type.ts";
import { enterGetter } from "../inline-calls.ts";
import type { Handler } from "../loop.ts";
import { raiseName } from "../errors.ts";
import type { Machine } from "../machine.ts";
import { FoundAttribute, FoundGlobal, foundBefore, remember } from "../prepare.ts";

function nameError(vm: Machine, name: string): never {
  return raiseName(vm, "NameError", `name '${name}' is not defined`, name);
}

/** A name in a namespace that may be any mapping; owned, or null where it is missing. */
export function lookUp(vm: Machine, space: PyObject, name: string): PyObject | null {
  if (space.type === vm.types.dict) {
    const value = (space as PyDict).peekName(name);
    return value ? retain(value) : null;
  }
  try {
    return getItem(vm, space, vm.temp(vm.intern(name)));
  } catch (error) {
    if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(vm.types.KeyError)) throw error;
    release(error.exception);
    return null;
  }
}

function bind(vm: Machine, space: PyObject, name: string, value: PyObject): void {
  if (space.type === vm.types.dict) (space as PyDict).setName(name, value);
  else setItem(vm, space, vm.temp(vm.intern(name)), value);
}

export function loadGlobal(vm: Machine, frame: Frame, name: string): PyObject {
  const found = lookUp(vm, frame.globals, name) ?? lookUp(vm, frame.builtins, name);
  return found ?? nameError(vm, name);
}

/** For LOAD_NAME the globals are a dict like any other: what a class derived from dict makes of a look-up is not asked. */
function loadPlainGlobal(vm: Machine, frame: Frame, name: string): PyObject {
  const value = frame.globals.peekName(name);
  return value ? retain(value) : (lookUp(vm, frame.builtins, name) ?? nameError(vm, name));
}

/** LOAD_GLOBAL: what was found before is looked at first; owned. */
function loadCachedGlobal(vm: Machine, frame: Frame, index: number): PyObject {
  const { globals, builtins } = frame;
  const found = foundBefore(frame);
  if (found instanceof FoundGlobal && found.globals === globals && found.version === globals.version && found.builtins === builtins && found.entry.index >= 0) {
    return retain(found.entry.value);
  }
  const name = nameOf(frame, index);
  if (globals.type === vm.dictType && builtins.type === vm.dictType) {
    const entry = globals.peekEntry(name) ?? (globals.hasOnlyPlain ? (builtins as PyDict).peekEntry(name) : null);
    if (entry) remember(frame, new FoundGlobal(globals, builtins, entry));
  }
  return loadGlobal(vm, frame, name);
}

function needLocals(vm: Machine, frame: Frame, doing: string): PyObject {
  return frame.locals ?? vm.raise("SystemError", `no locals ${doing}`);
}

export const nameOf = (frame: Frame, index: number) => frame.code.spec.names[index];

/** Names of modules, classes and globals. */
export const nameHandlers: Readonly<Record<string, Handler>> = {
  LOAD_NAME: (vm, frame, index) => {
    const name = nameOf(frame, index);
    frame.push(lookUp(vm, needLocals(vm, frame, `when loading '${name}'`), name) ?? loadPlainGlobal(vm, frame, name));
  },
  STORE_NAME: (vm, frame, index) => {
    bind(vm, needLocals(vm, frame, `found when storing '${nameOf(frame, index)}'`), nameOf(frame, index), frame.peek(1));
    frame.drop(1);
  },
  DELETE_NAME: (vm, frame, index) => {
    const name = nameOf(frame, index);
    const space = needLocals(vm, frame, `when deleting '${name}'`);
    if (space.type === vm.types.dict) {
      if (!(space as PyDict).deleteName(name)) nameError(vm, name);
      return;
    }
    try {
      deleteItem(vm, space, vm.temp(vm.intern(name)));
    } catch (error) {
      if (!vm.isGuestError(error, "KeyError")) throw error;
      release(error.exception);
      nameError(vm, name);
    }
  },
  LOAD_GLOBAL: (vm, frame, arg) => {
    frame.push(loadCachedGlobal(vm, frame, arg >> 1));
    if (arg & 1) frame.push(null);
  },
  STORE_GLOBAL: (_vm, frame, index) => {
    frame.globals.setName(nameOf(frame, index), frame.peek(1));
    frame.drop(1);
  },
  DELETE_GLOBAL: (vm, frame, index) => {
    if (!frame.globals.deleteName(nameOf(frame, index))) nameError(vm, nameOf(frame, index));
  },
  LOAD_LOCALS: (vm, frame) => frame.push(retain(needLocals(vm, frame, "found"))),
  LOAD_FROM_DICT_OR_GLOBALS: (vm, frame, index) => {
    const name = nameOf(frame, index);
    const value = lookUp(vm, frame.peek(1), name) ?? loadGlobal(vm, frame, name);
    frame.drop(1);
    frame.push(value);
  },
  LOAD_FROM_DICT_OR_DEREF: (vm, frame, slot) => {
    const { name, kind } = frame.code.spec.slots[slot];
    let value = lookUp(vm, frame.peek(1), name);
    if (!value) {
      const held = (frame.slots[slot] as PyCell).value;
      if (!held) raiseName(vm, "NameError", vm.message(kind === "free" ? "unboundFree" : "unboundLocal", name), name);
      value = retain(held as PyObject);
    }
    frame.drop(1);
    frame.push(value);
  },
  LOAD_BUILD_CLASS: (vm, frame) => {
    const value = lookUp(vm, frame.builtins, "__build_class__");
    frame.push(value ?? vm.raise("NameError", "__build_class__ not found"));
  },
  SETUP_ANNOTATIONS: (vm, frame) => {
    const space = needLocals(vm, frame, "found when setting up annotations");
    const known = lookUp(vm, space, "__annotations__");
    if (known) release(known);
    else bind(vm, space, "__annotations__", vm.temp(vm.dict()));
  },
};

/** Notes what the class says about a name, where that is simple: nothing, or a plain method. */
function rememberAttribute(vm: Machine, frame: Frame, type: PyType, name: string): void {
  const { getAttribute } = type.slots;
  if (getAttribute !== undefined && getAttribute !== genericGetAttribute) return;
  const found = type.peek(name);
  if (found === null || isMethodDescriptor(vm, found.type)) remember(frame, new FoundAttribute(type, vm.heap.typeEpoch, found));
}

/** Replaces the object on top of the stack by its attribute; false where that takes more than looking. */
function loadFound(frame: Frame, owner: PyObject, name: string, method: PyObject | null, asMethod: boolean): boolean {
  const own = peekInstanceValue(owner, name);
  if (own !== null) {
    retain(own);
    frame.drop(1);
    frame.push(own);
    if (asMethod) frame.push(null);
    return true;
  }
  if (method === null || !asMethod) return false;
  frame.slipUnder(retain(method));
  return true;
}

/** Attributes, methods, super. */
export const attributeHandlers: Readonly<Record<string, Handler>> = {
  LOAD_ATTR: (vm, frame, arg) => {
    const name = nameOf(frame, arg >> 1);
    const owner = frame.peek(1);
    const found = foundBefore(frame);
    if (found instanceof FoundAttribute && found.type === owner.type && found.epoch === vm.heap.typeEpoch) {
      if (loadFound(frame, owner, name, found.method, (arg & 1) === 1)) return undefined;
    } else rememberAttribute(vm, frame, owner.type, name);
    if (!(arg & 1)) {
      const entered = enterGetter(vm, owner, name);
      if (entered) return entered;
      const value = vm.getAttribute(owner, name);
      frame.drop(1);
      frame.push(value);
      return undefined;
    }
    pushMethod(vm, frame, owner, name);
    return undefined;
  },
  STORE_ATTR: (vm, frame, index) => {
    vm.setAttribute(frame.peek(1), nameOf(frame, index), frame.peek(2));
    frame.drop(2);
  },
  DELETE_ATTR: (vm, frame, index) => {
    vm.setAttribute(frame.peek(1), nameOf(frame, index), null);
    frame.drop(1);
  },
  LOAD_SUPER_ATTR: (vm, frame, arg) => {
    const name = nameOf(frame, arg >> 2);
    const value = loadSuper(vm, frame, name);
    frame.drop(3);
    if (arg & 1 && value instanceof PyMethod && value.refs === 1) {
      // Nobody else has the bound method: a function and its self do as well (LOAD_SUPER_ATTR_METHOD).
      frame.push(retain(value.func));
      frame.push(retain(value.self));
      release(value);
      return;
    }
    frame.push(value);
    if (arg & 1) frame.push(null);
  },
  LOAD_SPECIAL: (vm, frame, which) => {
    const owner = frame.peek(1);
    const special = peekSpecial(vm, owner, which);
    if (isMethodDescriptor(vm, special.type)) {
      frame.slipUnder(retain(special));
      return;
    }
    const bind = special.type.slots.descrGet;
    const bound = bind ? bind(vm, special, owner, owner.type) : retain(special);
    frame.drop(1);
    frame.push(bound);
    frame.push(null);
  },
};

/** A method of the context manager protocol by its number in LOAD_SPECIAL, not bound yet. */
export function peekSpecial(vm: Machine, owner: PyObject, which: number): PyObject {
  const { type } = owner;
  return type.peek(SPECIAL[which]) ?? vm.raise("TypeError", missedText(vm, type, which));
}

/** `super().name`: the real super is searched directly, a replaced one is called (Python/bytecodes.c, LOAD_SUPER_ATTR). */
function loadSuper(vm: Machine, frame: Frame, name: string): PyObject {
  const callable = frame.peek(3);
  const cls = frame.peek(2);
  const self = frame.peek(1);
  if (callable === vm.types.super && cls instanceof PyType) return superLookup(vm, cls, self, name);
  const made = vm.temp(vm.call(callable, [cls, self]));
  return vm.getAttribute(made, name);
}

/** The methods of LOAD_SPECIAL in their order (Include/internal/pycore_ceval.h). */
const SPECIAL = ["__enter__", "__exit__", "__aenter__", "__aexit__"];
const PROTOCOLS = ["context manager protocol", "asynchronous context manager protocol"];

/** What is told of an object that lacks one of them (_Py_SpecialMethods in Python/ceval.c). */
function missedText(vm: Machine, type: PyType, which: number): string {
  const kind = which >> 1;
  const other = 1 - kind;
  const tellsFirst = vm.profile.suggestions.managers;
  const missed = which % 2 === 1 || tellsFirst ? ` (missed ${SPECIAL[which]} method)` : "";
  const text = `'${type.name}' object does not support the ${PROTOCOLS[kind]}${missed}`;
  const hasOther = tellsFirst && SPECIAL.slice(2 * other, 2 * other + 2).every((name) => type.peek(name));
  return hasOther ? `${text} but it supports the ${PROTOCOLS[other]}. Did you mean to use '${other === 1 ? "async with" : "with"}'?` : text;
}
