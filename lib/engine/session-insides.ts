// What a session tells of its objects beyond what they print.
import { listings } from "./compiler/listings.ts";
import { IMMORTAL, type PyObject, release, retain } from "./core/object.ts";
import { Raise } from "./core/raise.ts";
import type { Interpreter } from "./interpreter.ts";
import { listingRefusal } from "./profiles/profiles.ts";
import { textOfValue } from "./trace/value-text.ts";
import { PyCode } from "./types/code.ts";
import { PyFunction } from "./types/function.ts";
import { PyGenerator } from "./types/generator.ts";
import { PyMethod } from "./types/method.ts";
import { PySet } from "./types/set.ts";
import type { ListedInstruction, ObjectView } from "./types.ts";
import type { Machine } from "./vm/machine.ts";

/** See Session.inspect. */
export function inspect(interpreter: Interpreter, path: string): ObjectView | null {
  return withObject(interpreter, path, (object) => {
    if (object instanceof PySet) object.table.noteOrder(interpreter.machine);
    // The path's own reference does not count.
    return { id: object.address, type: object.type.name, text: textOfValue(object), refs: object.refs >= IMMORTAL ? null : object.refs - 1 };
  });
}

/** Follows names and attributes; what the look-up raised means that there is nothing there. */
function withObject<T>({ machine, namespace }: Interpreter, path: string, use: (object: PyObject) => T): T | null {
  const [first, ...rest] = path.split(".");
  const start = namespace.peekName(first) ?? machine.builtins.peekName(first);
  if (!start) return null;
  let object = retain(start);
  try {
    for (const name of rest) {
      const next = machine.getAttributeOrNull(object, name);
      if (!next) return null;
      release(object);
      object = next;
    }
    return use(object);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return null;
  } finally {
    release(object);
    machine.releaseTemporaries(0);
  }
}

/** See Session.count. */
export function count(machine: Machine, type: string, text?: string): number {
  let found = 0;
  for (const object of machine.heap.live as ReadonlySet<PyObject>) {
    if (text !== undefined && object instanceof PySet) object.table.noteOrder(machine);
    if (object.type.name === type && (text === undefined || textOfValue(object) === text)) found++;
  }
  return found;
}

/** See Session.alive. */
export function alive(machine: Machine, id: number): boolean {
  for (const object of machine.heap.live as ReadonlySet<PyObject>) if (object.address === id) return true;
  return false;
}

/** See Session.disassemble. */
export function disassemble(interpreter: Interpreter, path: string): readonly ListedInstruction[] | null {
  return withObject(interpreter, path, (object) => {
    const code = codeOf(object);
    const { profile } = interpreter.machine;
    if (!code || listingRefusal(profile) !== null) return null;
    return listings.get().instructions(code.spec, profile)
      .filter((row) => row.opname !== "CACHE")
      .map(({ opname, arg, argrepr, offset, line, isJumpTarget }) => ({ opname, arg, argrepr, offset, line, isJumpTarget }));
  });
}

function codeOf(object: PyObject): PyCode | null {
  if (object instanceof PyCode) return object;
  if (object instanceof PyFunction) return object.code;
  if (object instanceof PyMethod) return codeOf(object.func);
  return object instanceof PyGenerator && object.frame ? object.frame.code : null;
}
