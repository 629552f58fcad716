import { classMethod, defineType, method } from "../../core/define.ts";
import { type NameSpace, PyObject, releaseIfAny, retain, type Visit } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { bytesOf } from "../../types/bytes-object.ts";
import { PyStr } from "../../types/str-object.ts";
import { generate } from "./codegen.ts";
import { reportingMistakes } from "./failure.ts";
import { parsePattern } from "./parser.ts";
import type { Program } from "./program.ts";
import { findAll, findIterator, full, match, scanner, search, split } from "./searching.ts";
import { substitute } from "./substitution.ts";
import { charactersOf } from "./template.ts";
import { ASCII, type Dialect, LOCALE, type PatternWarning, UNICODE } from "./tree.ts";

/** A compiled pattern (Modules/_sre/sre.c). */
export class PyPattern extends PyObject {
  source: PyObject | null = null;
  groupIndex: PyObject | null = null;
  names: ReadonlyMap<string, number> = new Map();
  flags = 0;
  isText = true;
  dialect: Dialect = null as unknown as Dialect;
  program: Program = null as unknown as Program;

  override edges(visit: Visit): void {
    if (this.source) visit(this.source);
    if (this.groupIndex) visit(this.groupIndex);
  }

  override clear(): void {
    const { source, groupIndex } = this;
    this.source = null;
    this.groupIndex = null;
    releaseIfAny(source);
    releaseIfAny(groupIndex);
  }
}

/** Compiles a str or bytes; the warnings are for the Python half to give. */
export function compilePattern(rt: Runtime, source: PyObject, flags: number): { pattern: PyObject; warnings: readonly PatternWarning[] } {
  const isText = source instanceof PyStr;
  const dialect = rt.profile.library.regex;
  const charge = (units: number) => rt.charge(units);
  return reportingMistakes(rt, source, () => {
    const parsed = parsePattern(charactersOf(rt, source), isText, flags, dialect, charge);
    const program = generate(parsed, charge);
    const pattern = new PyPattern(rt.typeOf(patternSpec));
    pattern.source = retain(source);
    const index = rt.dict() as NameSpace;
    for (const [name, group] of parsed.names) index.setName(name, rt.temp(rt.int(group)));
    pattern.groupIndex = index;
    pattern.names = parsed.names;
    pattern.flags = parsed.flags;
    pattern.isText = isText;
    pattern.dialect = dialect;
    pattern.program = program;
    return { pattern, warnings: parsed.warnings };
  });
}

/** A pattern is a str or bytes-like. */
export function isPatternSource(object: PyObject): boolean {
  return object instanceof PyStr || bytesOf(object) !== null;
}

const patternOf = (object: PyObject): PyPattern => object as PyPattern;

const FLAG_NAMES = ["TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII"];

function repr(rt: Runtime, self: PyObject): PyObject {
  const { source, flags, isText } = patternOf(self);
  const shown = isText && (flags & (LOCALE | UNICODE | ASCII)) === UNICODE ? flags & ~UNICODE : flags;
  const names = FLAG_NAMES.flatMap((name, bit) => (shown & (1 << bit) ? [`re.${name}`] : []));
  const rest = shown & ~((1 << FLAG_NAMES.length) - 1);
  if (rest) names.push(`0x${rest.toString(16)}`);
  const text = [...rt.reprText(source as PyObject)].slice(0, 200).join("");
  return rt.str(`re.compile(${[text, ...(names.length > 0 ? [names.join("|")] : [])].join(", ")})`);
}

function isSame(rt: Runtime, a: PyPattern, b: PyPattern): boolean {
  return a === b || (a.flags === b.flags && a.isText === b.isText && rt.equal(a.source as PyObject, b.source as PyObject));
}

const RANGE = "string, pos=0, endpos=9223372036854775807";

export const patternSpec = defineType({
  name: "Pattern",
  module: "re",
  basicSize: 96,
  itemSize: 4,
  collected: true,
  hasWeakrefs: true,
  baseType: false,
  allocate: (type) => new PyPattern(type),
  slots: {
    new: (rt, type) => rt.raise("TypeError", `cannot create '${type.shownName}' instances`),
    repr,
    hash: (rt, self) => rt.hash(patternOf(self).source as PyObject) ^ BigInt(patternOf(self).flags),
    richCompare: (rt, self, other, op) => {
      if ((op !== "==" && op !== "!=") || !(other instanceof PyPattern)) return retain(rt.notImplemented);
      return rt.bool(isSame(rt, patternOf(self), other) === (op === "=="));
    },
  },
  methods: [
    method(`match(self, /, ${RANGE})`, match),
    method(`prefixmatch(self, /, ${RANGE})`, match, (rt) => rt.profile.library.regex.prefixMatch),
    method(`fullmatch(self, /, ${RANGE})`, full),
    method(`search(self, /, ${RANGE})`, search),
    method(`findall(self, /, ${RANGE})`, findAll),
    method(`finditer(self, /, ${RANGE})`, findIterator),
    method(`scanner(self, /, ${RANGE})`, scanner),
    method("split(self, /, string, maxsplit=0)", split),
    method("sub(self, /, repl, string, count=0)", (rt, args) => substitute(rt, args, false)),
    method("subn(self, /, repl, string, count=0)", (rt, args) => substitute(rt, args, true)),
    method("__copy__(self, /)", (_rt, [self]) => retain(self)),
    method("__deepcopy__(self, memo, /)", (_rt, [self]) => retain(self)),
    classMethod("__class_getitem__(cls, item, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
  getset: [
    { name: "pattern", isMember: true, get: (rt, self) => retain(patternOf(self).source ?? rt.none) },
    { name: "flags", isMember: true, get: (rt, self) => rt.int(patternOf(self).flags) },
    { name: "groups", isMember: true, get: (rt, self) => rt.int(patternOf(self).program.groups) },
    { name: "groupindex", get: (rt, self) => (patternOf(self).names.size === 0 ? rt.dict() : rt.call(rt.types.mappingproxy, [patternOf(self).groupIndex as PyObject])) },
  ],
});
