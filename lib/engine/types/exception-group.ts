import { classMethod, defineType, method, type TypeSpec } from "../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { New } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { isInstance } from "../protocol/instance-check.ts";
import { argumentsText, baseExceptionSpec, member, PyException, storeArguments } from "./exception.ts";
import { PyList } from "./list.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

/** Both halves of a split; owned. */
export interface Split {
  readonly match: PyObject | null;
  readonly rest: PyObject | null;
  /** The match is a new group around a lone exception. */
  readonly isMade?: boolean;
}

/** A condition on an exception. */
type Matcher = (exception: PyObject) => boolean;

const construct: New = (rt, type, args, kwnames) => {
  if (kwnames?.length || args.length !== 2) rt.raise("TypeError", `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, sequence] = args;
  if (!(message instanceof PyStr)) return rt.raise("TypeError", `BaseExceptionGroup.__new__() argument 1 must be str, not ${message.type.shownName}`);
  if (!sequence.type.slots.getItem || sequence.type.isSubtypeOf(rt.types.dict)) rt.raise("TypeError", "second argument (exceptions) must be a sequence");
  const exceptions = rt.call(rt.types.tuple, [sequence]) as PyTuple;
  try {
    const made = checkedType(rt, type, exceptions);
    const self = made.allocateInstance!(made) as PyException;
    storeArguments(rt, self, args);
    self.setMember("message", message);
    self.setMember("exceptions", exceptions);
    return self;
  } finally {
    release(exceptions);
  }
};

/** Checks the members; a BaseExceptionGroup of Exceptions only is an ExceptionGroup. */
function checkedType(rt: Runtime, type: PyType, exceptions: PyTuple): PyType {
  const { BaseException, Exception, BaseExceptionGroup, ExceptionGroup } = rt.types;
  if (exceptions.items.length === 0) rt.raise("ValueError", "second argument (exceptions) must be a non-empty sequence");
  let nested = true;
  exceptions.items.forEach((item, i) => {
    if (!item.type.isSubtypeOf(BaseException)) rt.raise("ValueError", `Item ${i} of second argument (exceptions) is not an exception`);
    nested &&= item.type.isSubtypeOf(Exception);
  });
  if (type === BaseExceptionGroup) return nested ? ExceptionGroup : type;
  if (nested) return type;
  if (type === ExceptionGroup) rt.raise("TypeError", "Cannot nest BaseExceptions in an ExceptionGroup");
  if (type.isSubtypeOf(Exception)) rt.raise("TypeError", `Cannot nest BaseExceptions in '${type.name}'`);
  return type;
}

function membersOf(group: PyObject): readonly PyObject[] {
  return ((group as PyException).peekMember("exceptions") as PyTuple).items;
}

export function isGroup(rt: Runtime, exception: PyObject): boolean {
  return rt.types.BaseExceptionGroup !== undefined && exception.type.isSubtypeOf(rt.types.BaseExceptionGroup);
}

/** What `split` and `subgroup` accept: a type, a tuple of types, or a function (get_matcher_type). */
function matcherOf(rt: Runtime, condition: PyObject): Matcher {
  const isType = (value: PyObject): value is PyType => value instanceof PyType && value.isSubtypeOf(rt.types.BaseException);
  if (condition.type.slots.call && !(condition instanceof PyType)) {
    return (exception) => {
      const result = rt.call(condition, [exception]);
      try {
        return rt.truth(result);
      } finally {
        release(result);
      }
    };
  }
  if (isType(condition)) return (exception) => isInstance(rt, exception, condition);
  if (condition instanceof PyTuple && condition.items.every(isType)) {
    return (exception) => condition.items.some((type) => isInstance(rt, exception, type));
  }
  return rt.raise("TypeError", rt.message("groupCondition"));
}

/** Splits a tree of groups by a condition; new groups are made with `derive` and keep notes, cause, context, traceback (exceptiongroup_split_recursive). */
function split(rt: Runtime, exception: PyObject, matches: Matcher): Split {
  if (matches(exception)) return { match: retain(exception), rest: null };
  if (!isGroup(rt, exception)) return { match: null, rest: retain(exception) };
  rt.charge(1);
  rt.enterNative();
  const matched: PyObject[] = [];
  const rest: PyObject[] = [];
  try {
    for (const item of membersOf(exception)) {
      const halves = split(rt, item, matches);
      if (halves.match) matched.push(halves.match);
      if (halves.rest) rest.push(halves.rest);
    }
    const match = subset(rt, exception, matched);
    try {
      return { match, rest: subset(rt, exception, rest) };
    } catch (error) {
      if (match) release(match);
      throw error;
    }
  } finally {
    rt.leaveNative();
    releaseAll(matched);
    releaseAll(rest);
  }
}

function subset(rt: Runtime, original: PyObject, items: readonly PyObject[]): PyObject | null {
  if (items.length === 0) return null;
  const list = rt.takeList(items.map(retain));
  let made: PyObject;
  try {
    made = rt.callMethod(original, "derive", [list]);
  } finally {
    release(list);
  }
  if (!isGroup(rt, made)) {
    release(made);
    return rt.raise("TypeError", "derive must return an instance of BaseExceptionGroup");
  }
  copyMetadata(rt, original as PyException, made as PyException);
  return made;
}

function copyMetadata(rt: Runtime, from: PyException, to: PyException): void {
  to.setTraceback(from.traceback);
  to.setContext(from.context);
  to.setCause(from.cause);
  to.suppressContext = from.suppressContext;
  const notes = rt.getAttributeOrNull(from, "__notes__");
  if (!notes) return;
  rt.temp(notes);
  // What is no sequence is not copied.
  if (!notes.type.slots.getItem || notes.type.isSubtypeOf(rt.types.dict)) return;
  const copy = rt.call(rt.types.list, [notes]);
  rt.setAttribute(to, "__notes__", copy);
  release(copy);
}

/** Divides what `except*` sees: the part that matches the types and what is left. A lone exception that matches is wrapped in a group (exception_group_match). */
export function splitGroup(rt: Runtime, exception: PyObject, types: PyObject): Split {
  const wanted = types instanceof PyTuple ? types.items : [types];
  const matches: Matcher = (item) => wanted.some((type) => item.type.isSubtypeOf(type as PyType));
  if (isGroup(rt, exception)) return split(rt, exception, matches);
  if (!matches(exception)) return { match: null, rest: retain(exception) };
  const message = rt.str("");
  const items = rt.takeTuple([retain(exception)]);
  try {
    const group = rt.call(rt.types.ExceptionGroup, [message, items]) as PyException;
    return { match: group, rest: null, isMade: true };
  } finally {
    release(message);
    release(items);
  }
}

/**
 * What an `except*` statement raises at its end: None, the one thing that is left, or a group of what was raised anew
 * and what was never handled (_PyExc_PrepReraiseStar). Owned.
 */
export function groupFromReraised(rt: Runtime, original: PyObject, raised: PyList): PyObject {
  const exceptions = raised.items.filter((item) => item !== rt.none);
  if (exceptions.length === 0) return retain(rt.none);
  if (!isGroup(rt, original)) return retain(exceptions[0]);
  const isFresh = (item: PyObject) => !sharesMetadata(item as PyException, original as PyException);
  const fresh = exceptions.filter(isFresh);
  const reraised = exceptions.filter((item) => !isFresh(item));
  const kept = reraised.length > 0 ? projection(rt, original, reraised) : null;
  if (fresh.length === 0) return kept ?? retain(rt.none);
  const left = [...fresh.map(retain), ...(kept ? [kept] : [])];
  if (left.length === 1) return left[0];
  const items = rt.takeList(left);
  const message = rt.str("");
  try {
    return rt.call(rt.types.BaseExceptionGroup, [message, items]);
  } finally {
    release(message);
    release(items);
  }
}

/** An exception that was handed on unchanged still has the group's marks. */
function sharesMetadata(item: PyException, original: PyException): boolean {
  return item.traceback === original.traceback && item.cause === original.cause && item.context === original.context;
}

/** The part of the original group whose leaves are among those of `kept`. */
function projection(rt: Runtime, original: PyObject, kept: readonly PyObject[]): PyObject | null {
  const leaves = new Set<PyObject>();
  for (const item of kept) collectLeaves(rt, item, leaves);
  const halves = split(rt, original, (item) => leaves.has(item));
  if (halves.rest) release(halves.rest);
  return halves.match;
}

function collectLeaves(rt: Runtime, exception: PyObject, leaves: Set<PyObject>): void {
  if (!isGroup(rt, exception)) leaves.add(exception);
  else for (const item of membersOf(exception)) collectLeaves(rt, item, leaves);
}

function groupText(rt: Runtime, self: PyObject): string {
  const message = (self as PyException).peekMember("message");
  if (!message) return argumentsText(rt, self);
  const count = membersOf(self).length;
  return `${rt.strText(message)} (${count} sub-exception${count === 1 ? "" : "s"})`;
}

const readOnly = (name: string) => ({ name, isMember: true, get: member(name).get });

export const baseExceptionGroupSpec: TypeSpec = defineType({
  name: "BaseExceptionGroup",
  base: baseExceptionSpec,
  addedSize: 16,
  when: (rt) => rt.profile.syntax.exceptStar,
  slots: {
    new: construct,
    str: (rt, self) => rt.str(groupText(rt, self)),
  },
  getset: [readOnly("message"), readOnly("exceptions")],
  methods: [
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
    method("derive(self, excs, /)", (rt, [self, items]) => {
      const message = (self as PyException).peekMember("message") ?? rt.none;
      return rt.call(rt.types.BaseExceptionGroup, [message, items]);
    }),
    method("split(self, matcher_value, /)", (rt, [self, condition]) => {
      const { match, rest } = split(rt, self, matcherOf(rt, condition));
      return rt.takeTuple([match ?? retain(rt.none), rest ?? retain(rt.none)]);
    }),
    method("subgroup(self, matcher_value, /)", (rt, [self, condition]) => {
      const { match, rest } = split(rt, self, matcherOf(rt, condition));
      if (rest) release(rest);
      return match ?? retain(rt.none);
    }),
  ],
});
