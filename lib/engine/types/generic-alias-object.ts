import { PyObject, release, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { modulePrefix } from "./object.ts";
import type { PyTuple } from "./tuple.ts";

/** `list[int]` (Objects/genericaliasobject.c). */
export class PyGenericAlias extends PyObject {
  readonly origin: PyObject;
  readonly args: PyTuple;
  /** Made by unpacking, `*tuple[int]`. */
  readonly isStarred: boolean;
  private held = true;

  /** Takes over both references. */
  constructor(type: PyType, origin: PyObject, args: PyTuple, isStarred = false) {
    super(type);
    this.origin = origin;
    this.args = args;
    this.isStarred = isStarred;
  }

  override edges(visit: Visit): void {
    if (!this.held) return;
    visit(this.origin);
    visit(this.args);
  }

  override clear(): void {
    if (!this.held || this.refs > 0) return;
    this.held = false;
    release(this.origin);
    release(this.args);
  }

  override get clearable(): boolean {
    return false;
  }
}

/** How a type is shown inside another: by its dotted name, without `<class …>` (_Py_typing_type_repr). */
export function annotationText(rt: Runtime, object: PyObject): string {
  if (object === rt.ellipsis) return "...";
  if (object === rt.none.type || object === rt.none) return "None";
  if (object instanceof PyType) return `${modulePrefix(object)}${object.qualname}`;
  // Aliases of all kinds have the name of what they stand for, too.
  const told = (name: string) => {
    const found = rt.getAttributeOrNull(object, name);
    return found && rt.temp(found);
  };
  const qualname = told("__args__") ? null : told("__qualname__");
  if (!qualname) return rt.reprText(object);
  const module = rt.temp(rt.getAttribute(object, "__module__"));
  const prefix = module === rt.none ? "" : rt.strText(module);
  const name = rt.strText(qualname);
  return prefix === "" || prefix === "builtins" ? name : `${prefix}.${name}`;
}
