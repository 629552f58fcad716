/** What an instruction's argument means, as the listing shows it. */
export type ArgKind =
  | "none" | "number" | "const" | "unshown-const" | "name" | "local" | "local-pair" | "free" | "compare" | "jump" | "binary"
  | "import" | "intrinsic-1" | "intrinsic-2" | "common-constant" | "special" | "convert" | "function-attribute" | "function-parts" | "format" | "is" | "contains";

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
  /** Change of the stack's depth on the way of the jump, where that differs. */
  readonly onJump: number | null;
  /** What `dis.stack_effect` tells, where that is not the real effect. */
  readonly declared: ((arg: number) => number) | null;
  /** Direction of a real jump, `absolute` where the argument is the target itself; `either` for pseudo jumps that have none yet. */
  readonly jump: "none" | "forward" | "backward" | "absolute" | "either";
  /** Sets up an exception handler; the effect above holds on the way to the handler only. */
  readonly blockPush: boolean;
}

/** What changes the instructions of a code object between emitting and assembling, by name (compiler/passes.ts). */
export type PassName =
  | "forget-left-handlers" | "mark-handlers" | "label-handlers" | "drop-handler-ends" | "inline-small-exits" | "drop-unreachable" | "resolve-lines" | "load-constants" | "optimize-blocks"
  | "drop-pushed-and-popped" | "drop-nops-and-jumps" | "drop-unused-constants" | "check-unbound-locals" | "fuse-local-pairs"
  | "move-cold-to-end" | "spell-out-jump-if" | "replace-pseudo" | "normalize-jumps" | "borrow-loads"
  | "copy-lineless-exits" | "optimize-blocks-by-line" | "drop-dead-blocks" | "copy-shared-exits" | "trim-constants" | "spread-lines"
  | "drop-handler-setups" | "extend-into-exits" | "optimize-in-line" | "copy-unnumbered-exits" | "choose-jumps" | "go-on-with-lines"
  | "inline-exits" | "optimize-blocks-by-line-with-returns" | "drop-nops" | "drop-empty-blocks" | "drop-jumps"
  | "copy-shared-exits-in-order" | "turn-jumps" | "optimize-blocks-of-folded-trees";

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
  /** An instruction's place is that of the node it belongs to, or the one the compiler was at, which statements and tests leave behind. */
  readonly positions: "running" | "given";
  /** With running positions: a comparison that a jump tests leaves its own place behind. */
  readonly testedComparisonsMove: boolean;
  /** New code begins at its first line, or at none, which means the line of the instruction before. */
  readonly scopeStart: "first-line" | "unnumbered";
  /** A block begins at every label, or only where something jumps to; one behind a jump is made with the jump, or with what follows it. */
  readonly blockStarts: "labels-and-jumps" | "labels" | "targets";
  /** Code that ends with a return gets another behind it, which leaves its constant. */
  readonly returnsTwice: boolean;
  /** How a call lies on the stack, and which instructions make it. */
  readonly call: "function-and-method" | "precall" | "null-first" | "null-after";
  /** How a method is looked up for a call. */
  readonly methodLoad: "load-method" | "load-attr";
  /** `super().name` is one instruction. */
  readonly superAttribute: boolean;
  readonly with: "setup-with" | "before-with" | "load-special";
  /** The way on after `__exit__` said that all is well stands behind the one that raises again, or before it. */
  readonly suppression: "behind-cleanup" | "before-cleanup";
  /** END_ASYNC_FOR knows the SEND of its loop, and the way past it is marked. */
  readonly marksAsyncLoops: boolean;
  /** Functions of lazy values take the format of the answer (PEP 649). */
  readonly lazyValuesTakeFormat: boolean;
  /** The function of a type parameter's bound or default is made at the place of the parameter, or of the value. */
  readonly lazyValuesStandAt: "parameter" | "value";
  /** The POP_TOP behind RETURN_GENERATOR has the line of the definition, or none. */
  readonly firstPopHasLine: boolean;
  /** YIELD_VALUE tells how many handlers are around it, or whether it passes on what another yields. */
  readonly yieldArgument: "depth" | "kind";
  readonly format: "format-value" | "convert-and-format";
  /** Defaults, annotations and closure of a new function: flags of MAKE_FUNCTION, or set one by one. */
  readonly functionExtras: "flags" | "attributes";
  /** An opcode for each operator, or BINARY_OP. */
  readonly operators: "one-each" | "binary-op";
  readonly subscript: "binary-subscr" | "binary-op";
  /** ROT_TWO, DUP_TOP and their kin, or SWAP and COPY. */
  readonly stackMoves: "rot-and-dup" | "copy-and-swap";
  /** `x[a:b]` is one instruction without a slice object. */
  readonly sliceOperations: boolean;
  /** Tests take any value, or only bools. */
  readonly truthTest: "implicit" | "to-bool";
  /** How `and` and `or` keep their value: by the jump itself, by copy and test, or by a jump of the compiler's own that is spelt out late. */
  readonly shortCircuit: "jump-or-pop" | "copy-and-test" | "late-copy-and-test";
  /** Small functions of the interpreter itself have opcodes of their own, or are called by number. */
  readonly intrinsics: "opcodes" | "calls";
  /** The first constant of a function without a docstring is None. */
  readonly noneForDocstring: boolean;
  /** Constant expressions are computed on the syntax tree, or on the instructions. */
  readonly folding: "tree" | "flow-graph";
  /** Several constant keys of a dict display are one tuple. */
  readonly constantKeys: boolean;
  readonly assertionError: "opcode" | "common-constant";
  /** COMPARE_OP's operator begins at this bit; the bits below are answer masks. */
  readonly compareShift: 0 | 4 | 5;
  /** A free variable of a class body is looked up in the namespace first, by one instruction or two. */
  readonly classCells: "classderef" | "from-dict";
  /** What stands behind a loop: nothing where FOR_ITER itself drops the iterator. */
  readonly loopEnd: readonly string[];
  /** A `while` tests at its start and again at its end, or jumps back to the one test. */
  readonly whileTest: "both-ends" | "start";
  /** Jumps that the source does not show let signals and other threads in. */
  readonly hiddenJump: "JUMP" | "JUMP_NO_INTERRUPT";
  /** Handlers are found on the frame's block stack, or in the code's exception table. */
  readonly unwind: "blocks" | "table";
  /** A call makes the generator, or an instruction in it. */
  readonly generatorStart: "gen-start" | "return-generator";
  /** Cells and free variables are numbered apart from the fast locals, or in one row with them. */
  readonly slotLayout: "separate" | "together";
  /** A class or mapping pattern leaves a bool beside its values, or None for values. */
  readonly matchResult: "bool" | "none";
  /** Methods are called as such even if the call has keyword arguments. */
  readonly methodKeywords: boolean;
  /** `module.function()` is no method call where the module imports that name. */
  readonly importsAreNoMethods: boolean;
  /** Low bits of LOAD_GLOBAL's argument that are flags. */
  readonly globalFlagBits: 0 | 1;
  /** How what `await` and `yield from` wait for is driven. */
  readonly delegation: "yield-from" | "send" | "send-and-cleanup";
  /** StopIteration that leaves a generator is turned into RuntimeError by the generator's own code. */
  readonly guardsStopIteration: boolean;
  /** CALL_FUNCTION_EX says in its argument whether there is a dict of keywords; otherwise NULL stands for none. */
  readonly spreadIsFlagged: boolean;
  /** The matched subject is dropped at the place of its pattern, or of what follows. */
  readonly dropsSubjectAt: "pattern" | "next";
  /** A comprehension in a class saves every name that it uses, bound by it or not. */
  readonly savesAllInClasses: boolean;
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
  /** `dis` gives the constants themselves as argval (3.15), not their index. */
  readonly tellsCommonConstants: boolean;
  readonly specialMethods: readonly string[];
  readonly binaryOperators: readonly string[];
  readonly functionAttributes: readonly string[];
  /** A listing shows byte offsets and `>>` marks, or labels. */
  readonly listing: "offsets" | "labels";
  /** A frame has room for so many values at least. */
  readonly leastStack: 0 | 1;
  /** Units of all inline caches after each opcode. */
  readonly cacheUnits: ReadonlyMap<string, number>;
}
