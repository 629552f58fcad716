import type { FunctionSpec, TypeSpec } from "../core/define.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { commonReduce, reduceEx, stateOf } from "./object-reduce.ts";
import type { formatPercent } from "./format/percent.ts";
import type { formatPercentBytes } from "./format/percent-bytes.ts";
import type { toHex } from "./bytes-methods.ts";
import type { decode, encode } from "./codec.ts";

/** What few programs ask of built-in types. */
interface RareMembers {
  /** Methods that bytes and bytearray share. */
  readonly bytesMethods: readonly FunctionSpec[];
  /** `%` of str and of bytes. */
  readonly formatPercent: typeof formatPercent;
  readonly formatPercentBytes: typeof formatPercentBytes;
  readonly toHex: typeof toHex;
  readonly encode: typeof encode;
  readonly decode: typeof decode;
  readonly code: Pick<TypeSpec, "methods" | "getset">;
  /** `object.__reduce_ex__` and what belongs to it. */
  readonly reduceEx: typeof reduceEx;
  readonly commonReduce: typeof commonReduce;
  readonly stateOf: typeof stateOf;
}

export const rareMembers = new Lazy<RareMembers>("rare");
