import { message } from "../../profiles/message.ts";
import type { Compare, Expr, Literal } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";

/** Warns of `is` with a literal. */
export function checkCompare(c: Emitter, e: Compare): void {
  let left = e.left;
  e.ops.forEach((op, i) => {
    const right = e.comparators[i];
    if (right === undefined) return;
    const literal = !mayBeIdentity(left) ? left : !mayBeIdentity(right) ? right : null;
    if ((op === "Is" || op === "IsNot") && literal !== null) {
      const [is, equal] = op === "Is" ? ["is", "=="] : ["is not", "!="];
      c.warn(message(c.profile, "isLiteral", [is, equal, typeName(literal) ?? ""]), e.span);
    }
    left = right;
  });
}

function mayBeIdentity(e: Expr): boolean {
  if (e.type === "Tuple") return !e.elts.every((elt) => elt.type === "Constant");
  return e.type !== "Constant" || ["none", "bool", "ellipsis"].includes(e.value.kind);
}

const CONSTANT_TYPES: Record<Literal["kind"], string> = {
  none: "NoneType", ellipsis: "ellipsis", bool: "bool", int: "int", float: "float", complex: "complex", str: "str", bytes: "bytes",
  tuple: "tuple", frozenset: "frozenset",
};
const NODE_TYPES: Partial<Record<Expr["type"], string>> = {
  Tuple: "tuple", List: "list", ListComp: "list", Dict: "dict", DictComp: "dict", Set: "set", SetComp: "set", GeneratorExp: "generator",
  Lambda: "function", TemplateStr: "string.templatelib.Template", Interpolation: "string.templatelib.Template", JoinedStr: "str", FormattedValue: "str",
};

/** The type that a display or literal surely has, null when it cannot be told. */
function typeName(e: Expr): string | null {
  return e.type === "Constant" ? CONSTANT_TYPES[e.value.kind] : (NODE_TYPES[e.type] ?? null);
}

/** Warns of a call of a literal. */
export function checkCaller(c: Emitter, e: Expr): void {
  const name = e.type === "Lambda" ? null : typeName(e);
  if (name !== null) c.warn(`'${name}' object is not callable; perhaps you missed a comma?`, e.span);
}

const UNSUBSCRIPTABLE = new Set<string>(["none", "ellipsis", "bool", "int", "float", "complex", "frozenset"]);

/** Warns of a subscript on a literal that has none. */
export function checkSubscripter(c: Emitter, e: Expr): void {
  const isBad = e.type === "Constant"
    ? UNSUBSCRIPTABLE.has(e.value.kind)
    : ["Set", "SetComp", "GeneratorExp", "TemplateStr", "Interpolation", "Lambda"].includes(e.type);
  if (isBad) c.warn(`'${typeName(e)}' object is not subscriptable; perhaps you missed a comma?`, e.span);
}

/** Warns of an index that no sequence takes. */
export function checkIndex(c: Emitter, e: Expr, index: Expr): void {
  const indexType = typeName(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  const isSequence = e.type === "Constant"
    ? ["str", "bytes", "tuple"].includes(e.value.kind)
    : ["Tuple", "List", "ListComp", "JoinedStr", "FormattedValue"].includes(e.type);
  if (isSequence) c.warn(`${typeName(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`, e.span);
}
