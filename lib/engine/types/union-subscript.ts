import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { binaryOperation } from "../protocol/number.ts";
import { parametersIn, substituteIn } from "./generic-alias.ts";
import { PyTuple } from "./tuple.ts";
import type { PyUnion } from "./union.ts";

/** `union[types]`: the union of its members with their type variables replaced (union_getitem). */
export function subscriptUnion(rt: Runtime, union: PyUnion, key: PyObject): PyObject {
  const parameters = parametersIn(rt, union.args);
  const values = key instanceof PyTuple ? key.items : [key];
  if (parameters.length === 0) rt.raise("TypeError", rt.message("aliasIsComplete", rt.reprText(union)));
  if (values.length !== parameters.length) {
    const few = values.length < parameters.length;
    rt.raise("TypeError", `Too ${few ? "few" : "many"} arguments for ${rt.reprText(union)}; actual ${values.length}, expected ${few ? rt.message("aliasAtLeast") : ""}${parameters.length}`);
  }
  const [first, ...rest] = union.args.map((item) => substituteIn(rt, item, parameters, values));
  return rest.reduce((left, right) => {
    try {
      return binaryOperation(rt, "|", left, right);
    } finally {
      release(left);
      release(right);
    }
  }, first);
}
