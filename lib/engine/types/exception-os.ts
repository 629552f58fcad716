import { expectNoKeywords } from "../protocol/arity.ts";
import { defineType, type GetSetSpec, type TypeSpec } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { argumentsText, member, PyException, storeArguments } from "./exception.ts";
import { PyInt } from "./int-object.ts";

/** Which subclass stands for which errno of Linux (PEP 3151). */
const BY_ERRNO: ReadonlyMap<number, string> = new Map([
  [1, "PermissionError"], [2, "FileNotFoundError"], [3, "ProcessLookupError"], [4, "InterruptedError"], [10, "ChildProcessError"],
  [11, "BlockingIOError"], [13, "PermissionError"], [17, "FileExistsError"], [20, "NotADirectoryError"], [21, "IsADirectoryError"],
  [32, "BrokenPipeError"], [103, "ConnectionAbortedError"], [104, "ConnectionResetError"], [108, "BrokenPipeError"],
  [110, "TimeoutError"], [111, "ConnectionRefusedError"], [114, "BlockingIOError"], [115, "BlockingIOError"],
]);

/** `OSError(errno, strerror, …)` makes an instance of the errno's own class. */
function typeFor(rt: Runtime, type: PyType, args: readonly PyObject[]): PyType {
  const [errno] = args;
  if (type !== rt.types.OSError || args.length < 2 || args.length > 5 || !(errno instanceof PyInt)) return type;
  const name = BY_ERRNO.get(Number(errno.value));
  return name ? rt.types[name] : type;
}

/** Arguments are read by `__new__`, but by `__init__` in a class that has an `__init__` of its own and no `__new__` (oserror_use_init). */
function isReadByInit(rt: Runtime, type: PyType): boolean {
  const { slots } = rt.types.OSError;
  return type.slots.init !== slots.init && type.slots.new === slots.new;
}

const WRITTEN = "characters_written";

/** How much was written before it would have waited: there is none until it is known (OSError_written_get). */
const charactersWritten: GetSetSpec = {
  name: WRITTEN,
  get: (rt, self) => retain((self as PyException).peekMember(WRITTEN) ?? rt.raise("AttributeError", WRITTEN)),
  set: (rt, self, value) => {
    const exception = self as PyException;
    if (!value && !exception.peekMember(WRITTEN)) rt.raise("AttributeError", WRITTEN);
    exception.setMember(WRITTEN, value && rt.temp(rt.int(rt.index(value))));
  },
};

function store(rt: Runtime, self: PyException, args: readonly PyObject[]): void {
  const hasParts = args.length >= 2 && args.length <= 5;
  const written = args.length === 3 && self.type.isSubtypeOf(rt.types.BlockingIOError) && args[2].type.slots.index ? args[2] : null;
  if (written) self.setMember(WRITTEN, written);
  const filename = hasParts && !written && args[2] && args[2] !== rt.none ? args[2] : null;
  storeArguments(rt, self, filename ? args.slice(0, 2) : args);
  if (!hasParts) return;
  self.setMember("errno", args[0]);
  self.setMember("strerror", args[1]);
  self.setMember("filename", filename);
  self.setMember("filename2", args[4] && args[4] !== rt.none ? args[4] : null);
}

function text(rt: Runtime, self: PyException): string {
  const errno = self.peekMember("errno");
  const strerror = self.peekMember("strerror");
  if (!errno || !strerror) return argumentsText(rt, self);
  const start = `[Errno ${rt.strText(errno)}] ${rt.strText(strerror)}`;
  const filename = self.peekMember("filename");
  const second = self.peekMember("filename2");
  if (!filename) return start;
  return second ? `${start}: ${rt.reprText(filename)} -> ${rt.reprText(second)}` : `${start}: ${rt.reprText(filename)}`;
}

export function osError(base: TypeSpec): TypeSpec {
  return defineType({
    name: "OSError",
    base,
    addedSize: 40,
    slots: {
      new: (rt, type, args, kwnames) => {
        const waits = isReadByInit(rt, type);
        if (!waits) expectNoKeywords(rt, type.name, kwnames);
        const made = typeFor(rt, type, args);
        const self = made.allocateInstance!(made) as PyException;
        store(rt, self, waits ? [] : args);
        return self;
      },
      init: (rt, self, args, kwnames) => {
        if (!isReadByInit(rt, self.type)) return;
        expectNoKeywords(rt, self.type.name, kwnames);
        store(rt, self as PyException, args);
      },
      str: (rt, self) => rt.str(text(rt, self as PyException)),
    },
    getset: [...["errno", "strerror", "filename", "filename2"].map(member), charactersWritten],
  });
}
