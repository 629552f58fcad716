import { classMethod, defineType, method } from "../../core/define.ts";
import { PyObject, releaseIfAny, retain, type Visit } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { PyDict } from "../../types/dict.ts";
import { PyInt } from "../../types/int-object.ts";
import { compileTemplate, fillTemplate } from "./template.ts";
import type { Matcher } from "./matcher.ts";
import { FIRST_GROUP_REGISTER, LAST_GROUP } from "./program.ts";
import type { PyPattern } from "./pattern.ts";
import { sliceOfSubject, type Subject, subjectOf } from "./subject.ts";

/** What a pattern found (Modules/_sre/sre.c). */
export class PyMatch extends PyObject {
  pattern: PyPattern | null = null;
  string: PyObject | null = null;
  /** Start and end of the match and of each group; -1 for a group that took no part. */
  spans: number[] = [];
  lastGroup = -1;
  from = 0;
  to = 0;

  override edges(visit: Visit): void {
    if (this.pattern) visit(this.pattern);
    if (this.string) visit(this.string);
  }

  override clear(): void {
    const { pattern, string } = this;
    this.pattern = null;
    this.string = null;
    releaseIfAny(pattern);
    releaseIfAny(string);
  }
}

/** A match object from what a matcher has just found. */
export function makeMatch(rt: Runtime, pattern: PyPattern, subject: Subject, matcher: Matcher, found: { start: number; end: number }, range: readonly [number, number]): PyMatch {
  const match = new PyMatch(rt.typeOf(matchSpec));
  match.pattern = retain(pattern);
  match.string = retain(subject.object);
  match.spans = spansOf(pattern, matcher, found);
  rt.heap.resize(match, match.type.basicSize + match.type.itemSize * match.spans.length);
  match.lastGroup = matcher.registers[LAST_GROUP];
  [match.from, match.to] = range;
  return match;
}

/** Starts and ends of the match and its groups; a group counts when both its ends are set. */
export function spansOf(pattern: PyPattern, { registers }: Matcher, found: { start: number; end: number }): number[] {
  const spans = [found.start, found.end];
  for (let i = 0; i < pattern.program.groups; i++) {
    const at = FIRST_GROUP_REGISTER + 2 * i;
    const isSet = registers[at] >= 0 && registers[at + 1] >= 0;
    spans.push(isSet ? registers[at] : -1, isSet ? registers[at + 1] : -1);
  }
  return spans;
}

const matchOf = (object: PyObject): PyMatch => object as PyMatch;

/** The number of a group given by number or name. */
export function groupNumber(rt: Runtime, match: PyMatch, key: PyObject | undefined): number {
  if (key === undefined) return 0;
  const { pattern } = match;
  const { groups } = (pattern as PyPattern).program;
  if (key.type.slots.index || key instanceof PyInt) {
    const number = rt.index(key);
    if (number >= 0n && number <= BigInt(groups)) return Number(number);
  } else {
    const found = ((pattern as PyPattern).groupIndex as PyDict).peek(rt, key);
    if (found instanceof PyInt) return Number(found.value);
  }
  return rt.raise("IndexError", "no such group");
}

/** What a group matched, or the default. */
export function groupText(rt: Runtime, match: PyMatch, group: number, fallback: PyObject): PyObject {
  const start = match.spans[2 * group];
  if (start < 0) return retain(fallback);
  return sliceOfSubject(rt, subjectOf(rt, match.string as PyObject, null), start, match.spans[2 * group + 1]);
}

function group(rt: Runtime, [self, args]: PyObject[]): PyObject {
  const match = matchOf(self);
  const keys = (args as PyObject & { items: PyObject[] }).items;
  if (keys.length < 2) return groupText(rt, match, groupNumber(rt, match, keys[0]), rt.none);
  const numbers = keys.map((key) => groupNumber(rt, match, key));
  return rt.takeTuple(numbers.map((number) => groupText(rt, match, number, rt.none)));
}

function groups(rt: Runtime, [self, fallback]: PyObject[]): PyObject {
  const match = matchOf(self);
  const count = match.spans.length / 2 - 1;
  rt.charge(count);
  return rt.takeTuple(Array.from({ length: count }, (_, i) => groupText(rt, match, i + 1, fallback ?? rt.none)));
}

function groupDict(rt: Runtime, [self, fallback]: PyObject[]): PyObject {
  const match = matchOf(self);
  const dict = rt.dict() as PyDict;
  for (const [name, number] of (match.pattern as PyPattern).names) {
    rt.charge(1);
    dict.setName(name, rt.temp(groupText(rt, match, number, fallback ?? rt.none)));
  }
  return dict;
}

function span(rt: Runtime, [self, key]: PyObject[]): PyObject {
  const match = matchOf(self);
  const number = groupNumber(rt, match, key);
  return pair(rt, match, number);
}

function pair(rt: Runtime, match: PyMatch, number: number): PyObject {
  return rt.takeTuple([rt.int(match.spans[2 * number]), rt.int(match.spans[2 * number + 1])]);
}

function lastGroupName(rt: Runtime, match: PyMatch): PyObject {
  for (const [name, number] of (match.pattern as PyPattern).names) if (number === match.lastGroup) return rt.str(name);
  return retain(rt.none);
}

/** A template with the groups' texts put in; groups that took no part are empty. */
function expand(rt: Runtime, [self, template]: PyObject[]): PyObject {
  const match = matchOf(self);
  const pattern = match.pattern as PyPattern;
  const subject = subjectOf(rt, match.string as PyObject, null);
  const empty = rt.temp(sliceOfSubject(rt, subject, 0, 0));
  return fillTemplate(rt, compileTemplate(rt, pattern, template), subject, match.spans, empty);
}

export const matchSpec = defineType({
  name: "Match",
  module: "re",
  basicSize: 88,
  itemSize: 8,
  collected: true,
  baseType: false,
  allocate: (type) => new PyMatch(type),
  slots: {
    new: (rt, type) => rt.raise("TypeError", `cannot create '${type.shownName}' instances`),
    repr: (rt, self) => {
      const match = matchOf(self);
      const text = rt.reprText(rt.temp(groupText(rt, match, 0, rt.none)));
      return rt.str(`<re.Match object; span=(${match.spans[0]}, ${match.spans[1]}), match=${text}>`);
    },
    getItem: (rt, self, key) => groupText(rt, matchOf(self), groupNumber(rt, matchOf(self), key), rt.none),
  },
  methods: [
    method("group(self, /, *args)", group),
    method("groups(self, /, default=None)", groups),
    method("groupdict(self, /, default=None)", groupDict),
    method("start(self, group=0, /)", (rt, [self, key]) => rt.int(matchOf(self).spans[2 * groupNumber(rt, matchOf(self), key)])),
    method("end(self, group=0, /)", (rt, [self, key]) => rt.int(matchOf(self).spans[2 * groupNumber(rt, matchOf(self), key) + 1])),
    method("span(self, group=0, /)", span),
    method("expand(self, /, template)", expand),
    method("__copy__(self, /)", (_rt, [self]) => retain(self)),
    method("__deepcopy__(self, memo, /)", (_rt, [self]) => retain(self)),
    classMethod("__class_getitem__(cls, item, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
  getset: [
    { name: "re", isMember: true, get: (rt, self) => retain(matchOf(self).pattern ?? rt.none) },
    { name: "string", isMember: true, get: (rt, self) => retain(matchOf(self).string ?? rt.none) },
    { name: "pos", isMember: true, get: (rt, self) => rt.int(matchOf(self).from) },
    { name: "endpos", isMember: true, get: (rt, self) => rt.int(matchOf(self).to) },
    { name: "lastindex", get: (rt, self) => (matchOf(self).lastGroup < 0 ? retain(rt.none) : rt.int(matchOf(self).lastGroup)) },
    { name: "lastgroup", get: (rt, self) => lastGroupName(rt, matchOf(self)) },
    { name: "regs", get: (rt, self) => rt.takeTuple(Array.from({ length: matchOf(self).spans.length / 2 }, (_, i) => pair(rt, matchOf(self), i))) },
  ],
});
