/** What an instruction's argument means, as the listing shows it. */
export type ArgKind =
  | "none" | "number" | "const" | "name" | "local" | "local-pair" | "free" | "compare" | "jump" | "binary"
  | "intrinsic-1" | "intrinsic-2" | "common-constant" | "special" | "convert" | "function-attribute" | "is" | "contains";

/** A fixed number of stack items, or a function of the argument. */
export type Effect = number | ((arg: number) => number);

/** One opcode: its number, its shape, and what it does to the value stack. */
export interface Opcode {
  readonly name: string;
  /** The byte in `co_code`; above 255 for pseudo instructions, which never reach it. */
  readonly number: number;
  readonly arg: ArgKind;
  /** How many low bits of a name argument are flags (LOAD_GLOBAL 1, LOAD_ATTR 1, LOAD_SUPER_ATTR 2). */
  readonly nameShift: number;
  /** Inline cache fields that follow, by name, in code units. */
  readonly caches: readonly (readonly [name: string, units: number])[];
  readonly pops: Effect;
  readonly pushes: Effect;
  /** Direction of a real jump; `either` for pseudo jumps that have none yet. */
  readonly jump: "none" | "forward" | "backward" | "either";
  /** Sets up an exception handler; the effect above holds on the way to the handler only. */
  readonly blockPush: boolean;
}

/** The opcodes of one version, and the names its listing uses. */
export interface InstructionSet {
  readonly opcodes: ReadonlyMap<string, Opcode>;
  readonly intrinsics1: readonly string[];
  readonly intrinsics2: readonly string[];
  readonly commonConstants: readonly string[];
  readonly specialMethods: readonly string[];
  readonly binaryOperators: readonly string[];
  readonly functionAttributes: readonly string[];
  /** Units of all inline caches after each opcode. */
  readonly cacheUnits: ReadonlyMap<string, number>;
}
