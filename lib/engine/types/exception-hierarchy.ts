import { defineType, type TypeSpec } from "../core/define.ts";
import { baseExceptionSpec } from "./exception.ts";
import { attributeError, importError, keyError, nameError, stopIteration, syntaxError, systemExit } from "./exception-members.ts";
import { osError } from "./exception-os.ts";
import { unicodeErrors } from "./exception-unicode.ts";
import { baseExceptionGroupSpec } from "./rare-types.ts";

/** An exception without members of its own. */
function plain(name: string, base: TypeSpec): TypeSpec {
  return defineType({ name, base, slots: {} });
}

/** One that some versions lack. */
function since(name: string, base: TypeSpec): TypeSpec {
  return { ...plain(name, base), when: (rt) => !rt.profile.absentNames.has(`builtins.${name}`) };
}

const exception = plain("Exception", baseExceptionSpec);
const arithmetic = plain("ArithmeticError", exception);
const lookup = plain("LookupError", exception);
const value = plain("ValueError", exception);
const unicode = plain("UnicodeError", value);
const runtime = plain("RuntimeError", exception);
const warning = plain("Warning", exception);
const name = nameError(exception);
const imports = importError(exception);
const os = osError(exception);
const connection = plain("ConnectionError", os);
const syntax = syntaxError(exception);
const indentation = plain("IndentationError", syntax);

const group: TypeSpec = defineType({
  name: "ExceptionGroup",
  base: baseExceptionGroupSpec,
  extraBases: [exception],
  asClass: true,
  hasWeakrefs: true,
  when: (rt) => rt.profile.syntax.exceptStar,
  slots: {},
});

/** All built-in exceptions (the hierarchy in the library reference, "Built-in Exceptions"). */
export const EXCEPTION_SPECS: readonly TypeSpec[] = [
  baseExceptionSpec,
  exception,
  baseExceptionGroupSpec,
  plain("GeneratorExit", baseExceptionSpec),
  plain("KeyboardInterrupt", baseExceptionSpec),
  systemExit(baseExceptionSpec),
  arithmetic,
  plain("FloatingPointError", arithmetic),
  plain("OverflowError", arithmetic),
  plain("ZeroDivisionError", arithmetic),
  plain("AssertionError", exception),
  attributeError(exception),
  plain("BufferError", exception),
  plain("EOFError", exception),
  imports,
  plain("ModuleNotFoundError", imports),
  since("ImportCycleError", imports),
  lookup,
  plain("IndexError", lookup),
  keyError(lookup),
  plain("MemoryError", exception),
  name,
  plain("UnboundLocalError", name),
  os,
  plain("BlockingIOError", os),
  plain("ChildProcessError", os),
  connection,
  plain("BrokenPipeError", connection),
  plain("ConnectionAbortedError", connection),
  plain("ConnectionRefusedError", connection),
  plain("ConnectionResetError", connection),
  plain("FileExistsError", os),
  plain("FileNotFoundError", os),
  plain("InterruptedError", os),
  plain("IsADirectoryError", os),
  plain("NotADirectoryError", os),
  plain("PermissionError", os),
  plain("ProcessLookupError", os),
  plain("TimeoutError", os),
  plain("ReferenceError", exception),
  runtime,
  plain("NotImplementedError", runtime),
  plain("RecursionError", runtime),
  since("PythonFinalizationError", runtime),
  plain("StopAsyncIteration", exception),
  stopIteration(exception),
  syntax,
  since("_IncompleteInputError", syntax),
  indentation,
  plain("TabError", indentation),
  plain("SystemError", exception),
  plain("TypeError", exception),
  value,
  unicode,
  ...unicodeErrors(unicode),
  group,
  warning,
  plain("BytesWarning", warning),
  plain("DeprecationWarning", warning),
  plain("EncodingWarning", warning),
  plain("FutureWarning", warning),
  plain("ImportWarning", warning),
  plain("PendingDeprecationWarning", warning),
  plain("ResourceWarning", warning),
  plain("RuntimeWarning", warning),
  plain("SyntaxWarning", warning),
  plain("UnicodeWarning", warning),
  plain("UserWarning", warning),
];
