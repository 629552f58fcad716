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
  | "optimize-blocks-of-folded-trees" | "drop-pushed-and-popped" | "drop-nops-and-jumps" | "drop-unused-constants" | "check-unbound-locals" | "fuse-local-pairs"
  | "move-cold-to-end" | "spell-out-jump-if" | "replace-pseudo" | "normalize-jumps" | "normalize-jumps-unmarked" | "borrow-loads";

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
  /** The iterator of a comprehension's outermost `for` is asked for by the code around it, by its own, or by both. */
  readonly outermostIterator: "around" | "inside" | "both";
  /** A generator expression asks for its iterator while it is called, before it is a generator. */
  readonly expressionsIterateFirst: boolean;
  /** `co_flags` tell methods and docstrings. */
  readonly flagsTellMethods: boolean;
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
  /** Where a call puts the NULL or the instance of a method, and how it passes the names of keywords. */
  readonly call: "null-after" | "null-first";
  /** What enters a `with` block. */
  readonly with: "before-with" | "load-special";
  /** What makes the text of a replacement field. */
  readonly format: "convert-and-format" | "format-value";
  /** How a function gets its defaults, closure and annotations: flags of MAKE_FUNCTION, or instructions of their own. */
  readonly functionExtras: "attributes" | "flags";
  /** The instruction of `a[b]`. */
  readonly subscript: "binary-subscr" | "binary-op";
  /** Jumps that test any object, or an instruction of their own for the truth. */
  readonly truthTest: "to-bool" | "implicit";
  /** `and` and `or` where the value is wanted: the compiler's own jump, spelt out late, or copy and test at once. */
  readonly shortCircuit: "late" | "copy-and-test";
  /** Where constant expressions are worked out: in the tree, or in the flow graph. */
  readonly folding: "tree" | "flow-graph";
  /** Several constant keys come as one tuple (BUILD_CONST_KEY_MAP). */
  readonly constantKeys: boolean;
  /** What loads AssertionError. */
  readonly assertionError: "opcode" | "common-constant";
  /** What takes the iterator of a finished loop off the stack, after END_FOR; null where that does. */
  readonly popIterator: "POP_ITER" | "POP_TOP" | null;
  /** END_ASYNC_FOR knows the SEND of its loop, and the way past it is marked. */
  readonly marksAsyncLoops: boolean;
  /** The first constant of a function is its docstring or None. */
  readonly docstringFirst: boolean;
  /** Functions of lazy values take the format of the answer (PEP 649). */
  readonly lazyValuesTakeFormat: boolean;
  /** CALL_FUNCTION_EX says in its argument whether there is a dict of keywords; otherwise NULL stands for none. */
  readonly spreadIsFlagged: boolean;
  /** The test of a `while` loop is emitted a second time at its end. */
  readonly testsAgain: boolean;
  /** The matched subject is dropped at the place of its pattern, or of what follows. */
  readonly dropsSubjectAt: "pattern" | "next";
  /** A comprehension in a class saves every name that it uses, bound by it or not. */
  readonly savesAllInClasses: boolean;
  /** Bits of COMPARE_OP's argument below the operator. */
  readonly compareShift: 4 | 5;
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
