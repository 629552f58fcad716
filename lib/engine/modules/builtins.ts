import { type PyObject, retain } from "../core/object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { evaluationFunctions } from "./builtins/evaluation.ts";
import { builtinFunctions } from "./builtins/functions.ts";
import { siteFunctions, siteNames } from "./builtins/site.ts";

/** Types that have a name in `builtins`, in its order; exceptions come on top. */
const TYPE_NAMES = [
  "bool", "memoryview", "bytearray", "bytes", "classmethod", "complex", "dict", "enumerate", "filter", "float", "frozendict", "frozenset", "property", "int",
  "list", "map", "object", "range", "reversed", "sentinel", "set", "slice", "staticmethod", "str", "super", "tuple", "type", "zip",
];

/** Exceptions level by level (Objects/exceptions.c, static_exceptions); the names at the end are other names of OSError. */
const EXCEPTION_NAMES = [
  "BaseException", "BaseExceptionGroup", "Exception", "GeneratorExit", "KeyboardInterrupt", "SystemExit", "ArithmeticError", "AssertionError", "AttributeError",
  "BufferError", "EOFError", "ImportError", "LookupError", "MemoryError", "NameError", "OSError", "ReferenceError", "RuntimeError", "StopAsyncIteration",
  "StopIteration", "SyntaxError", "SystemError", "TypeError", "ValueError", "Warning", "FloatingPointError", "OverflowError", "ZeroDivisionError", "BytesWarning",
  "DeprecationWarning", "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning",
  "UnicodeWarning", "UserWarning", "BlockingIOError", "ChildProcessError", "ConnectionError", "FileExistsError", "FileNotFoundError", "InterruptedError",
  "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError", "IndentationError", "_IncompleteInputError", "IndexError",
  "KeyError", "ImportCycleError", "ModuleNotFoundError", "NotImplementedError", "PythonFinalizationError", "RecursionError", "UnboundLocalError", "UnicodeError",
  "BrokenPipeError", "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError", "TabError", "UnicodeDecodeError", "UnicodeEncodeError",
  "UnicodeTranslateError", "ExceptionGroup",
];

/** What `builtins` sorts its functions by: the asynchronous twin stands behind the other. */
function place(name: string): string {
  return name === "aiter" || name === "anext" ? `${name.slice(1)}_` : name.replace(/^__/, " ");
}

function names(vm: Machine): Record<string, PyObject> {
  const found: Record<string, PyObject> = {
    None: retain(vm.none),
    Ellipsis: retain(vm.ellipsis),
    NotImplemented: retain(vm.notImplemented),
    False: retain(vm.false),
    True: retain(vm.true),
  };
  for (const name of TYPE_NAMES) if (vm.types[name]) found[name] = retain(vm.types[name]);
  found.__debug__ = retain(vm.true);
  for (const name of EXCEPTION_NAMES) if (vm.types[name]) found[name] = retain(vm.types[name]);
  found.EnvironmentError = retain(vm.types.OSError);
  found.IOError = retain(vm.types.OSError);
  return { ...found, ...siteNames(vm) };
}

const functions = [...builtinFunctions, ...evaluationFunctions, ...siteFunctions].sort((a, b) => (place(a.signature.name) < place(b.signature.name) ? -1 : 1));

export const builtinsModule: ModuleSpec = { name: "builtins", functions, names };
