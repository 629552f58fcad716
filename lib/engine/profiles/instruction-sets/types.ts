/** What an instruction's argument means, as the listing shows it. */
export type ArgKind =
  | "none" | "number" | "const" | "name" | "local" | "local-pair" | "free" | "compare" | "jump" | "binary"
  | "import" | "intrinsic-1" | "intrinsic-2" | "common-constant" | "special" | "convert" | "function-attribute" | "is" | "contains";

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

/** What changes the instructions of a code object between emitting and assembling, by name (compiler/passes.ts). */
export type PassName =
  | "forget-left-handlers" | "mark-handlers" | "label-handlers" | "inline-small-exits" | "drop-unreachable" | "resolve-lines" | "load-constants" | "optimize-blocks"
  | "drop-pushed-and-popped" | "drop-nops-and-jumps" | "drop-unused-constants" | "check-unbound-locals" | "fuse-local-pairs"
  | "move-cold-to-end" | "spell-out-jump-if" | "replace-pseudo" | "normalize-jumps" | "borrow-loads";

/** A call of a built-in function on a generator expression that runs the loop itself while the name means that function. */
export interface LoopingCall {
  /** Index in `commonConstants`. */
  readonly constant: number;
  /** What the loop gathers; a truth that ends it early instead. */
  readonly gathers: "tuple" | "list" | "set" | "all" | "any";
}

/** How the compiler spells out what versions spell differently. */
export interface Recipes {
  /** Entries of the stack that an iterator takes in a loop, and what is awaited or delegated to. */
  readonly iteratorEntries: 1 | 2;
  /** What asks the operand of `yield from` for its iterator: instruction and argument. */
  readonly delegateIterator: readonly [op: string, arg: number];
  /** The iterator of a comprehension's outermost `for` is asked for by the code around it, or by its own. */
  readonly outermostIterator: "around" | "inside";
  /** Bit of RESUME's argument: only the generator's own handler is around. */
  readonly resumeDepthBit: number;
  /** Low bits of IMPORT_NAME's argument that say whether the import is lazy. */
  readonly importFlagBits: 0 | 2;
  /** A load at the start of a block is not borrowed if something in the block pushes onto inputs that stay. */
  readonly keepsLoadsAtBlockStart: boolean;
  /** Loads behind a block that passes have emptied are borrowed too. */
  readonly borrowsBehindEmptyBlocks: boolean;
  /** `__annotate__` of a function is a name inside of it. */
  readonly annotateInsideFunction: boolean;
  /** By the function's name. */
  readonly loopingCalls: Readonly<Record<string, LoopingCall>>;
}

/** The opcodes of one version, the names its listing uses, and how its compiler makes instructions. */
export interface InstructionSet {
  readonly opcodes: ReadonlyMap<string, Opcode>;
  readonly recipes: Recipes;
  /** In order. The slots of locals and cells are laid out between the two lists. */
  readonly passes: readonly PassName[];
  readonly finishingPasses: readonly PassName[];
  /** Opcodes that do something else than in other versions: the machine's name for what they do here. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly intrinsics1: readonly string[];
  readonly intrinsics2: readonly string[];
  readonly commonConstants: readonly string[];
  readonly specialMethods: readonly string[];
  readonly binaryOperators: readonly string[];
  readonly functionAttributes: readonly string[];
  /** Units of all inline caches after each opcode. */
  readonly cacheUnits: ReadonlyMap<string, number>;
}
