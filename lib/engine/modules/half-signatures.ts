import { CodeFlag, type CodeSpec } from "../compiler/code.ts";
import type { FunctionSpec } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import { parseSignature, type Signature } from "../core/signature.ts";
import { PyBool } from "../types/bool.ts";
import type { PyFunction } from "../types/function.ts";
import { PyInt } from "../types/int-object.ts";
import { PyStr } from "../types/str-object.ts";

/** What a function of a half is declared as: its own signature, under the name that errors tell. */
class HalfSpec implements FunctionSpec {
  readonly name: string;
  readonly kind: FunctionSpec["kind"];
  private readonly shownName: string;
  private readonly code: CodeSpec;
  /** Texts of the defaults by parameter, as `Parameter.defaultText` has them. */
  private readonly defaults: ReadonlyMap<string, string>;
  private parsed: Signature | null = null;

  constructor(name: string, shownName: string, kind: FunctionSpec["kind"], code: CodeSpec, defaults: ReadonlyMap<string, string>) {
    this.name = name;
    this.shownName = shownName;
    this.kind = kind;
    this.code = code;
    this.defaults = defaults;
  }

  get signature(): Signature {
    return (this.parsed ??= parseSignature(`${this.shownName}(${parameters(this.code, this.defaults).join(", ")})`));
  }

  body(): PyObject {
    throw new Error(`${this.name} is a function of a Python half and has no body of its own.`);
  }
}

/** The parameters of a function's code as a `def` writes them; a default that has no short text is told in brackets. */
function parameters(code: CodeSpec, defaults: ReadonlyMap<string, string>): string[] {
  const { argCount, kwOnlyArgCount, posOnlyArgCount, varNames, flags } = code;
  const shown = (name: string) => {
    const text = defaults.get(name);
    if (text === undefined) return name;
    return text === "<absent>" ? `[${name}]` : `${name}=${text}`;
  };
  const parts: string[] = [];
  // A method of its self or class alone is one of METH_NOARGS.
  const isBare = kwOnlyArgCount === 0 && !(flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS));
  const positionalOnly = isBare && argCount === 1 && (varNames[0] === "self" || varNames[0] === "cls") ? 1 : posOnlyArgCount;
  for (let i = 0; i < argCount; i++) {
    parts.push(shown(varNames[i]));
    if (i + 1 === positionalOnly) parts.push("/");
  }
  const hasRest = (flags & CodeFlag.VARARGS) !== 0;
  const named = varNames.slice(argCount, argCount + kwOnlyArgCount).map(shown);
  if (hasRest) parts.push(`*${varNames[argCount + kwOnlyArgCount]}`);
  else if (named.length > 0) parts.push("*");
  parts.push(...named);
  if (flags & CodeFlag.VARKEYWORDS) parts.push(`**${varNames[argCount + kwOnlyArgCount + (hasRest ? 1 : 0)]}`);
  return parts;
}

function textOf(func: PyFunction, value: PyObject): string {
  const { rt } = func.type;
  const isPlain = value === rt.none || value instanceof PyBool || value instanceof PyInt || value instanceof PyStr || value.type === rt.types.float;
  return isPlain ? rt.reprText(value) : "<absent>";
}

/** The declaration of a function under a name; of a method, whose first parameter is self or the class, by its kind. Errors tell `shownName`. */
export function specOf(func: PyFunction, name: string, kind: FunctionSpec["kind"], shownName = name): FunctionSpec {
  const { spec } = func.code;
  const defaults = new Map<string, string>();
  const items = func.defaults?.items ?? [];
  items.forEach((value, i) => defaults.set(spec.varNames[spec.argCount - items.length + i], textOf(func, value)));
  if (func.kwDefaults) for (const [key, value] of func.kwDefaults.pairs()) defaults.set(key, textOf(func, value));
  return new HalfSpec(name, shownName, kind, spec, defaults);
}
