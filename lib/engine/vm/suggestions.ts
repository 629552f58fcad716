import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { PyType } from "../core/type.ts";
import { libraryNamesOf } from "../profiles/library-names.ts";
import { message } from "../profiles/message.ts";
import { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import { collectItems } from "../protocol/iterate.ts";
import { PyStr } from "../types/str-object.ts";
import type { PyTraceback } from "../types/traceback.ts";
import { closest } from "./edit-distance.ts";
import { foreignNameHint } from "./foreign-names.ts";
import type { Machine } from "./machine.ts";

/** Attributes that are looked into for the missing name. */
const NESTED = 20;

/**
 * "Did you mean …", for the exceptions that know which name was missing: what follows the text of `exception` when a
 * traceback is shown, "" mostly. `isPrinted` says that the machine itself prints: until 3.12 it goes by other rules than the
 * traceback module (Python/suggestions.c; Lib/traceback.py, _compute_suggestion_error).
 */
export function suggestion(vm: Machine, exception: PyObject, traceback: PyTraceback | null, isPrinted: boolean): string {
  const rules = vm.profile.suggestions;
  if (!(exception instanceof PyException) || (!isPrinted && !rules.inModule)) return "";
  const mark = vm.temporaries.length;
  const asker = { vm, exception, traceback, scopeByScope: isPrinted && rules.scopeByScope };
  try {
    const { AttributeError, NameError, ImportError } = vm.types;
    const fits = (type: PyType) => (asker.scopeByScope ? exception.type === type : exception.type.isSubtypeOf(type));
    if (rules.imports && fits(ImportError)) return forImport(asker);
    if (fits(AttributeError)) return forAttribute(asker);
    return fits(NameError) ? forName(asker) : "";
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return "";
  } finally {
    vm.releaseTemporaries(mark);
  }
}

interface Asker {
  readonly vm: Machine;
  readonly exception: PyException;
  readonly traceback: PyTraceback | null;
  /** Locals first, then globals, then built-ins; a find in one ends the search. */
  readonly scopeByScope: boolean;
}

function nameOf({ exception }: Asker, member: string): string | null {
  const value = exception.peekMember(member);
  return value instanceof PyStr ? value.value : null;
}

/** The texts among the sorted names of an object. */
function namesOf(vm: Machine, object: PyObject): string[] {
  const listed = vm.callSpecial(object, "__dir__", []);
  if (!listed) return [];
  const names: string[] = [];
  for (const item of collectItems(vm, vm.temp(listed))) {
    if (item instanceof PyStr) names.push(item.value);
    release(item);
  }
  return names.sort((a, b) => (a < b ? -1 : 1));
}

function visibleNames(vm: Machine, names: readonly string[], wrong: string): readonly string[] {
  return vm.profile.suggestions.hidesPrivate && !wrong.startsWith("_") ? names.filter((name) => !name.startsWith("_")) : names;
}

/** The traceback module of 3.12 does not take a name for another of which no letter is the same. */
function near({ vm, scopeByScope }: Asker, wrong: string, names: readonly string[]): string | null {
  return closest(vm, wrong, names, !scopeByScope && vm.profile.suggestions.scopeByScope ? wrong.length : undefined);
}

function forImport(asker: Asker): string {
  const { vm } = asker;
  const module = nameOf(asker, "name");
  const wrong = nameOf(asker, "name_from");
  const found = module === null ? null : vm.modules.peekName(module);
  if (!found || wrong === null) return "";
  const best = near(asker, wrong, visibleNames(vm, namesOf(vm, found), wrong));
  return best === null ? "" : message(vm.profile, "suggestion", [best]);
}

function forAttribute(asker: Asker): string {
  const { vm, exception } = asker;
  const wrong = nameOf(asker, "name");
  const object = exception.peekMember("obj");
  if (wrong === null || !object) return "";
  const hint = vm.profile.suggestions.foreignNames ? foreignNameHint(object, wrong) : null;
  if (hint !== null) return `. ${hint}`;
  const all = namesOf(vm, object);
  const names = isSelf(asker, object) ? all : visibleNames(vm, all, wrong);
  const best = near(asker, wrong, names) ?? (vm.profile.suggestions.nested ? nestedName(vm, object, wrong, names) : null);
  return best === null ? "" : message(vm.profile, "attributeSuggestion", [best, wrong]);
}

/** The object is the `self` of the method that asked for the attribute. */
function isSelf(asker: Asker, object: PyObject): boolean {
  return asker.vm.profile.suggestions.hidesPrivate && peekSelf(asker) === object;
}

function innermost({ traceback }: Asker): PyTraceback | null {
  let level = traceback;
  while (level?.next) level = level.next;
  return level;
}

/** A namespace of the frame that raised, as it can be seen now. */
function namespace(asker: Asker, name: "f_locals" | "f_globals" | "f_builtins"): PyObject | null {
  const level = innermost(asker);
  return level && asker.vm.temp(asker.vm.getAttribute(level.frame, name));
}

function peekSelf(asker: Asker): PyObject | null {
  const { vm } = asker;
  const locals = namespace(asker, "f_locals");
  if (!locals) return null;
  if (locals instanceof PyDict) return locals.peekName("self");
  const key = vm.temp(vm.str("self"));
  const found = vm.callMethod(locals, "get", [key]);
  return vm.temp(found) === vm.none ? null : found;
}

function keysOf(vm: Machine, mapping: PyObject | null): string[] {
  if (!mapping) return [];
  if (mapping instanceof PyDict) return mapping.keysText();
  const names: string[] = [];
  for (const item of collectItems(vm, mapping)) {
    if (item instanceof PyStr) names.push(item.value);
    release(item);
  }
  return names;
}

/** Names in reach of the frame, in the groups that are searched one after the other. */
function scopes(asker: Asker): string[][] {
  const { vm } = asker;
  const level = innermost(asker);
  const globals = keysOf(vm, namespace(asker, "f_globals"));
  const builtins = keysOf(vm, namespace(asker, "f_builtins"));
  if (asker.scopeByScope) return [[...(level?.frame.frame.code.spec.varNames ?? [])], globals, builtins];
  return [[...keysOf(vm, namespace(asker, "f_locals")), ...globals, ...builtins]];
}

function forName(asker: Asker): string {
  const { vm } = asker;
  const wrong = nameOf(asker, "name");
  if (wrong === null || (!innermost(asker) && asker.scopeByScope)) return "";
  const best = innermost(asker) ? nearName(asker, wrong) : null;
  const told = best === null ? "" : message(vm.profile, "suggestion", [best]);
  if (!vm.profile.suggestions.imports || !libraryNamesOf(vm.profile.id).includes(wrong)) return told;
  const end = asker.scopeByScope ? "?" : vm.profile.messages.forgottenImportEnd;
  return `${told}${told ? " Or did" : ". Did"} you forget to import '${wrong}'${end}`;
}

function nearName(asker: Asker, wrong: string): string | null {
  const { vm } = asker;
  const self = vm.profile.suggestions.imports ? peekSelf(asker) : null;
  if (self) {
    const found = vm.getAttributeOrNull(self, wrong);
    if (found) {
      release(found);
      return `self.${wrong}`;
    }
  }
  for (const names of scopes(asker)) {
    const best = near(asker, wrong, names);
    if (best !== null) return best;
  }
  return null;
}

/** What is stored under a name, without asking a descriptor or `__getattr__` (inspect.getattr_static). */
function storedUnder(vm: Machine, object: PyObject, name: string): PyObject | null {
  const own = object instanceof PyType ? object.peek(name) : null;
  const ofType = own ?? object.type.peek(name);
  if (ofType || object instanceof PyType || !object.type.hasDict) return ofType;
  const dict = vm.temp(vm.getAttribute(object, "__dict__"));
  return dict instanceof PyDict ? dict.peekName(name) : null;
}

/** `x.inner.name`, where `x.name` was asked for. Descriptors are left alone. */
function nestedName(vm: Machine, object: PyObject, wrong: string, names: readonly string[]): string | null {
  for (const name of names.filter((each) => !each.startsWith("_")).slice(0, NESTED)) {
    const ofClass = object.type.peek(name);
    if (ofClass?.type.peek("__get__")) continue;
    const inner = vm.getAttributeOrNull(object, name);
    if (inner && storedUnder(vm, vm.temp(inner), wrong)) return `${name}.${wrong}`;
  }
  return null;
}
