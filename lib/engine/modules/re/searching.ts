import { defineType, method } from "../../core/define.ts";
import { type NameSpace, PyObject, release, releaseIfAny, retain, type Visit } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { ssizeArgument } from "../../protocol/sequence.ts";
import { makeMatch, spansOf } from "./match.ts";
import { Matcher } from "./matcher.ts";
import type { PyPattern } from "./pattern.ts";
import { sliceOfSubject, type Subject, subjectOf } from "./subject.ts";

const patternOf = (object: PyObject): PyPattern => object as PyPattern;

/** One search through a subject after another (state_init and what moves it on). */
export class Search {
  readonly subject: Subject;
  readonly matcher: Matcher;
  readonly range: readonly [number, number];
  /** Where the next attempt starts. */
  start: number;
  /** An empty match here would be the last one again. */
  private advance = false;

  constructor(rt: Runtime, pattern: PyPattern, string: PyObject, pos?: PyObject, endpos?: PyObject) {
    this.subject = subjectOf(rt, string, pattern.isText);
    const { length } = this.subject.units;
    const clip = (value: PyObject | undefined, fallback: number) => (value ? Math.max(0, Math.min(ssizeArgument(rt, value), length)) : fallback);
    const end = clip(endpos, length);
    this.range = [Math.min(clip(pos, 0), end), end];
    this.start = this.range[0];
    this.matcher = new Matcher(rt, pattern.program, this.subject.units, end);
  }

  /** The next match: anywhere, here, or from here to the end. */
  next(how: "search" | "match" | "full"): { start: number; end: number } | null {
    if (this.start > this.range[1]) return null;
    const found = how === "search" ? this.matcher.search(this.start, this.advance) : this.here(how === "full");
    this.matcher.pay();
    if (!found) return null;
    this.advance = found.end === found.start;
    this.start = found.end;
    return found;
  }

  private here(whole: boolean): { start: number; end: number } | null {
    const end = this.matcher.match(this.start, whole, this.advance);
    return end < 0 ? null : { start: this.start, end };
  }
}

function once(how: "search" | "match" | "full") {
  return (rt: Runtime, [self, string, pos, endpos]: PyObject[]): PyObject => {
    const search = new Search(rt, patternOf(self), string, pos, endpos);
    const found = search.next(how);
    return found ? makeMatch(rt, patternOf(self), search.subject, search.matcher, found, search.range) : retain(rt.none);
  };
}

export const match = once("match");
export const full = once("full");
export const search = once("search");

/** Texts between two matches and of groups; what took no part is empty (findall) or None (split). */
function groupTexts(rt: Runtime, subject: Subject, spans: readonly number[], missing: PyObject | null): PyObject[] {
  const texts: PyObject[] = [];
  for (let i = 2; i < spans.length; i += 2) texts.push(spans[i] < 0 && missing ? retain(missing) : sliceOfSubject(rt, subject, Math.max(spans[i], 0), Math.max(spans[i + 1], 0)));
  return texts;
}

export function findAll(rt: Runtime, [self, string, pos, endpos]: PyObject[]): PyObject {
  const pattern = patternOf(self);
  const search = new Search(rt, pattern, string, pos, endpos);
  const list = rt.temp(rt.takeList([]));
  for (let found = search.next("search"); found; found = search.next("search")) {
    rt.charge(1);
    const texts = groupTexts(rt, search.subject, spansOf(pattern, search.matcher, found), null);
    const item = texts.length === 0 ? sliceOfSubject(rt, search.subject, found.start, found.end) : texts.length === 1 ? texts[0] : rt.takeTuple(texts);
    append(rt, list, item);
  }
  return retain(list);
}

/** Adds an owned item to a list. */
export function append(rt: Runtime, list: PyObject, item: PyObject): void {
  try {
    release(rt.callMethod(list, "append", [item]));
  } finally {
    release(item);
  }
}

export function split(rt: Runtime, [self, string, maxsplit]: PyObject[]): PyObject {
  const pattern = patternOf(self);
  const limit = maxsplit ? ssizeArgument(rt, maxsplit) : 0;
  const search = new Search(rt, pattern, string);
  const list = rt.temp(rt.takeList([]));
  let last = 0;
  for (let n = 0; limit === 0 || n < limit; n++) {
    rt.charge(1);
    const found = search.next("search");
    if (!found) break;
    append(rt, list, sliceOfSubject(rt, search.subject, last, found.start));
    for (const text of groupTexts(rt, search.subject, spansOf(pattern, search.matcher, found), rt.none)) append(rt, list, text);
    last = found.end;
  }
  append(rt, list, sliceOfSubject(rt, search.subject, last, search.range[1]));
  return retain(list);
}

/** Goes on through one subject, match by match. */
class PyScanner extends PyObject {
  pattern: PyPattern | null = null;
  search: Search | null = null;
  string: PyObject | null = null;

  override edges(visit: Visit): void {
    if (this.pattern) visit(this.pattern);
    if (this.string) visit(this.string);
  }

  override clear(): void {
    const { pattern, string } = this;
    this.pattern = null;
    this.string = null;
    this.search = null;
    releaseIfAny(pattern);
    releaseIfAny(string);
  }
}

function scan(how: "search" | "match") {
  return (rt: Runtime, [self]: PyObject[]): PyObject => {
    const { pattern, search } = self as PyScanner;
    const found = search?.next(how);
    if (!found) (self as PyScanner).search = null;
    return pattern && search && found ? makeMatch(rt, pattern, search.subject, search.matcher, found, search.range) : retain(rt.none);
  };
}

const scannerSpec = defineType({
  name: "SRE_Scanner",
  module: "_sre",
  basicSize: 32,
  collected: true,
  baseType: false,
  allocate: (type) => new PyScanner(type),
  slots: { new: (rt, type) => rt.raise("TypeError", `cannot create '${type.shownName}' instances`) },
  methods: [method("match(self, /)", scan("match")), method("search(self, /)", scan("search"))],
  getset: [{ name: "pattern", isMember: true, get: (rt, self) => retain((self as PyScanner).pattern ?? rt.none) }],
});

export function scanner(rt: Runtime, [self, string, pos, endpos]: PyObject[]): PyObject {
  const search = new Search(rt, patternOf(self), string, pos, endpos);
  const made = new PyScanner(rt.typeOf(scannerSpec));
  made.pattern = retain(patternOf(self));
  made.string = retain(string);
  made.search = search;
  return made;
}

/** `iter(scanner.search, None)`, as CPython makes it. */
export function findIterator(rt: Runtime, args: PyObject[]): PyObject {
  const scan = rt.temp(scanner(rt, args));
  const method = rt.temp(rt.getAttribute(scan, "search"));
  return rt.call((rt.builtins as NameSpace).peekName("iter") as PyObject, [method, rt.none]);
}
