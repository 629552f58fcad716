import type { FunctionSpec, TypeSpec } from "../core/define.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { bufferFlags, bytesOfView, lendByMethod, lendNatively } from "./buffers.ts";
import type { newCode } from "./code-construction.ts";
import type { parametersOf, subscriptAlias } from "./alias-substitution.ts";
import type { replaceBases } from "./class-bases.ts";
import type { givenOrder } from "./mro-given.ts";
import type { originOf } from "./coroutine-origin.ts";
import type { reduceException, setExceptionState } from "./exception-reduce.ts";
import type { Frame } from "./frame.ts";
import type { commonReduce, reduceByName, reduceEx, stateOf, stateOfSubclass } from "./object-reduce.ts";
import type { refuseBetween, refuseClass, refuseInstance, refuseKeywords, refuseNamed, refuseNew, refuseUnbound, refuseWrapped } from "./refusals.ts";
import type { isNumericLetter, isOtherDigit } from "./numeric-characters.ts";
import type { toHex } from "./bytes-methods.ts";
import type { groupFromReraised, splitGroup } from "./exception-group.ts";
import type { keepOddKey } from "./odd-keys.ts";
import type { intOfTrunc } from "./int-of-trunc.ts";
import type { formatPercent } from "./format/percent.ts";
import type { formatPercentBytes } from "./format/percent-bytes.ts";
import type { shareConstant } from "./shared-constants.ts";
import type { linkTraceback, makeTraceback } from "./traceback-members.ts";
import type { initSyntaxError, namedParts, syntaxErrorText, syntaxMembers } from "./source-exceptions.ts";
import type { decode, encode } from "./codec.ts";

/** What few programs ask of built-in types. */
interface RareMembers {
  /** Methods that bytes and bytearray share. */
  readonly bytesMethods: readonly FunctionSpec[];
  readonly toHex: typeof toHex;
  /** What `except*` does with groups. */
  readonly splitGroup: typeof splitGroup;
  readonly intOfTrunc: typeof intOfTrunc;
  /** Entries of a class namespace whose keys are no strings. */
  readonly keepOddKey: typeof keepOddKey;
  readonly groupFromReraised: typeof groupFromReraised;
  /** `%` of texts and of bytes. */
  readonly percent: typeof formatPercent;
  readonly percentBytes: typeof formatPercentBytes;
  readonly encode: typeof encode;
  readonly decode: typeof decode;
  readonly code: Pick<TypeSpec, "methods" | "getset">;
  /** `object.__reduce_ex__` and what belongs to it. */
  readonly reduceEx: typeof reduceEx;
  readonly commonReduce: typeof commonReduce;
  readonly stateOf: typeof stateOf;
  readonly stateOfSubclass: typeof stateOfSubclass;
  readonly isOtherDigit: typeof isOtherDigit;
  readonly isNumericLetter: typeof isNumericLetter;
  readonly reduceByName: typeof reduceByName;
  readonly refuseBetween: typeof refuseBetween;
  readonly refuseNamed: typeof refuseNamed;
  readonly refuseInstance: typeof refuseInstance;
  readonly refuseUnbound: typeof refuseUnbound;
  readonly refuseKeywords: typeof refuseKeywords;
  readonly refuseNew: typeof refuseNew;
  readonly refuseClass: typeof refuseClass;
  readonly refuseWrapped: typeof refuseWrapped;
  readonly reduceException: typeof reduceException;
  readonly setExceptionState: typeof setExceptionState;
  /** A traceback that a program makes, and links. */
  readonly makeTraceback: typeof makeTraceback;
  readonly linkTraceback: typeof linkTraceback;
  readonly replaceBases: typeof replaceBases;
  readonly givenOrder: typeof givenOrder;
  readonly originOf: typeof originOf;
  readonly shareConstant: typeof shareConstant;
  readonly initSyntaxError: typeof initSyntaxError;
  readonly syntaxErrorText: typeof syntaxErrorText;
  readonly syntaxMembers: typeof syntaxMembers;
  readonly namedParts: typeof namedParts;
  /** The buffer protocol for guest code (PEP 688). */
  readonly bufferFlags: typeof bufferFlags;
  readonly lend: typeof lendNatively;
  readonly lendByMethod: typeof lendByMethod;
  readonly bytesOfView: typeof bytesOfView;
  readonly newCode: typeof newCode;
  /** `frame.f_lineno = line`. */
  readonly setLine: (rt: Runtime, frame: Frame, line: PyObject | null) => void;
  /** Type variables of aliases and unions, and what `[…]` puts in their place. */
  readonly parametersOf: typeof parametersOf;
  readonly subscriptAlias: typeof subscriptAlias;
}

export const rareMembers = new Lazy<RareMembers>("rare");
