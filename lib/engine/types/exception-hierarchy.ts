import { defineType, type TypeSpec } from "../core/define.ts";
import { baseExceptionSpec } from "./exception.ts";
import { baseExceptionGroupSpec } from "./exception-group.ts";
import { attributeError, importError, keyError, nameError, stopIteration, syntaxError, systemExit } from "./exception-members.ts";
import { osError } from "./exception-os.ts";
import { unicodeErrors } from "./exception-unicode.ts";

/** An exception without members of its own. */
function plain(name: string, base: TypeSpec, doc: string): TypeSpec {
  return defineType({ name, base, doc, slots: {} });
}

const exception = plain("Exception", baseExceptionSpec, "Common base class for all non-exit exceptions.");
const arithmetic = plain("ArithmeticError", exception, "Base class for arithmetic errors.");
const lookup = plain("LookupError", exception, "Base class for lookup errors.");
const value = plain("ValueError", exception, "Inappropriate argument value (of correct type).");
const unicode = plain("UnicodeError", value, "Unicode related error.");
const runtime = plain("RuntimeError", exception, "Unspecified run-time error.");
const warning = plain("Warning", exception, "Base class for warning categories.");
const name = nameError(exception);
const imports = importError(exception);
const os = osError(exception);
const connection = plain("ConnectionError", os, "Connection error.");
const syntax = syntaxError(exception);
const indentation = plain("IndentationError", syntax, "Improper indentation.");

const group: TypeSpec = defineType({
  name: "ExceptionGroup",
  base: baseExceptionGroupSpec,
  extraBases: [exception],
  when: (rt) => rt.profile.syntax.exceptStar,
  slots: {},
});

/** All built-in exceptions (the hierarchy in the library reference, "Built-in Exceptions"). */
export const EXCEPTION_SPECS: readonly TypeSpec[] = [
  baseExceptionSpec,
  exception,
  baseExceptionGroupSpec,
  plain("GeneratorExit", baseExceptionSpec, "Request that a generator exit."),
  plain("KeyboardInterrupt", baseExceptionSpec, "Program interrupted by user."),
  systemExit(baseExceptionSpec),
  arithmetic,
  plain("FloatingPointError", arithmetic, "Floating-point operation failed."),
  plain("OverflowError", arithmetic, "Result too large to be represented."),
  plain("ZeroDivisionError", arithmetic, "Second argument to a division or modulo operation was zero."),
  plain("AssertionError", exception, "Assertion failed."),
  attributeError(exception),
  plain("BufferError", exception, "Buffer error."),
  plain("EOFError", exception, "Read beyond end of file."),
  imports,
  plain("ModuleNotFoundError", imports, "Module not found."),
  lookup,
  plain("IndexError", lookup, "Sequence index out of range."),
  keyError(lookup),
  plain("MemoryError", exception, "Out of memory."),
  name,
  plain("UnboundLocalError", name, "Local name referenced but not bound to a value."),
  os,
  plain("BlockingIOError", os, "I/O operation would block."),
  plain("ChildProcessError", os, "Child process error."),
  connection,
  plain("BrokenPipeError", connection, "Broken pipe."),
  plain("ConnectionAbortedError", connection, "Connection aborted."),
  plain("ConnectionRefusedError", connection, "Connection refused."),
  plain("ConnectionResetError", connection, "Connection reset."),
  plain("FileExistsError", os, "File already exists."),
  plain("FileNotFoundError", os, "File not found."),
  plain("InterruptedError", os, "Interrupted by signal."),
  plain("IsADirectoryError", os, "Operation doesn't work on directories."),
  plain("NotADirectoryError", os, "Operation only works on directories."),
  plain("PermissionError", os, "Not enough permissions."),
  plain("ProcessLookupError", os, "Process not found."),
  plain("TimeoutError", os, "Timeout expired."),
  plain("ReferenceError", exception, "Weak ref proxy used after referent went away."),
  runtime,
  plain("NotImplementedError", runtime, "Method or function hasn't been implemented yet."),
  plain("RecursionError", runtime, "Recursion limit exceeded."),
  plain("StopAsyncIteration", exception, "Signal the end from iterator.__anext__()."),
  stopIteration(exception),
  syntax,
  indentation,
  plain("TabError", indentation, "Improper mixture of spaces and tabs."),
  plain("SystemError", exception, "Internal error in the Python interpreter."),
  plain("TypeError", exception, "Inappropriate argument type."),
  value,
  unicode,
  ...unicodeErrors(unicode),
  group,
  warning,
  plain("BytesWarning", warning, "Base class for warnings about bytes and buffer related problems, mostly related to conversion from str or comparing to str."),
  plain("DeprecationWarning", warning, "Base class for warnings about deprecated features."),
  plain("EncodingWarning", warning, "Base class for warnings about encodings."),
  plain("FutureWarning", warning, "Base class for warnings about constructs that will change semantically in the future."),
  plain("ImportWarning", warning, "Base class for warnings about probable mistakes in module imports"),
  plain("PendingDeprecationWarning", warning, "Base class for warnings about features which will be deprecated in the future."),
  plain("ResourceWarning", warning, "Base class for warnings about resource usage."),
  plain("RuntimeWarning", warning, "Base class for warnings about dubious runtime behavior."),
  plain("SyntaxWarning", warning, "Base class for warnings about dubious syntax."),
  plain("UnicodeWarning", warning, "Base class for warnings about Unicode related problems, mostly related to conversion problems."),
  plain("UserWarning", warning, "Base class for warnings generated by user code."),
];
