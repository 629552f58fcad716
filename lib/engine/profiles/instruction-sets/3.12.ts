import { instructionSet311 } from "./3.11.ts";
import { instructionSet314 } from "./3.14.ts";
import { instructionSet, row } from "./row.ts";
import type { Effect, Opcode } from "./types.ts";

const n = (extra: number): Effect => (arg) => arg + extra;
const lowBit = (extra: number): Effect => (arg) => (arg & 1) + extra;
const name = { arg: "name" } as const;
const forward = { arg: "jump", jump: "forward" } as const;
const pseudoJump = { arg: "jump", jump: "either" } as const;

/** Instructions of 3.11 that 3.12 has no more, beside the pseudo instructions, which have other numbers. */
const GONE: ReadonlySet<string> = new Set([
  "UNARY_POSITIVE", "PRINT_EXPR", "LIST_TO_TUPLE", "IMPORT_STAR", "ASYNC_GEN_WRAP", "PREP_RERAISE_STAR", "LOAD_CLASSDEREF",
  "LOAD_METHOD", "PRECALL", "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP",
]);

function stays({ name: op, number }: Opcode): boolean {
  return number < 256 && !GONE.has(op) && !op.startsWith("POP_JUMP_");
}

/** What CPython 3.12 has that 3.11 has not, or has otherwise (Lib/opcode.py, Python/bytecodes.c). */
const changed = [
  row("INTERPRETER_EXIT", 3, 1, 0),
  row("END_FOR", 4, 2, 0),
  row("END_SEND", 5, 2, 1),
  row("RESERVED", 17, 0, 0),
  row("BINARY_SUBSCR", 25, 2, 1, { caches: [["counter", 1]] }),
  row("BINARY_SLICE", 26, 3, 1),
  row("STORE_SLICE", 27, 4, 0),
  row("CLEANUP_THROW", 55, 3, 2),
  row("LOAD_LOCALS", 87, 0, 1),
  row("FOR_ITER", 93, 1, 2, { ...forward, caches: [["counter", 1]] }),
  row("LOAD_ATTR", 106, 1, lowBit(1), { ...name, nameShift: 1, caches: [["counter", 1], ["version", 2], ["keys_version", 2], ["descr", 4]] }),
  row("COMPARE_OP", 107, 2, 1, { arg: "compare", caches: [["counter", 1]] }),
  row("POP_JUMP_IF_FALSE", 114, 1, 0, forward),
  row("POP_JUMP_IF_TRUE", 115, 1, 0, forward),
  row("LOAD_GLOBAL", 116, 0, lowBit(1), {
    ...name, nameShift: 1, caches: [["counter", 1], ["index", 1], ["module_keys_version", 1], ["builtin_keys_version", 1]],
  }),
  row("RETURN_CONST", 121, 0, 0, { arg: "const" }),
  row("SEND", 123, 2, 2, { ...forward, caches: [["counter", 1]] }),
  row("LOAD_FAST_CHECK", 127, 0, 1, { arg: "local" }),
  row("POP_JUMP_IF_NOT_NONE", 128, 1, 0, forward),
  row("POP_JUMP_IF_NONE", 129, 1, 0, forward),
  row("LOAD_SUPER_ATTR", 141, 3, lowBit(1), { ...name, nameShift: 2, caches: [["counter", 1]] }),
  row("LOAD_FAST_AND_CLEAR", 143, 0, 1, { arg: "local" }),
  row("YIELD_VALUE", 150, 1, 1, { arg: "number" }),
  row("CALL", 171, n(2), 1, { arg: "number", caches: [["counter", 1], ["func_version", 2]] }),
  row("KW_NAMES", 172, 0, 0, { arg: "const" }),
  row("CALL_INTRINSIC_1", 173, 1, 1, { arg: "intrinsic-1" }),
  row("CALL_INTRINSIC_2", 174, 2, 1, { arg: "intrinsic-2" }),
  row("LOAD_FROM_DICT_OR_GLOBALS", 175, 1, 1, name),
  row("LOAD_FROM_DICT_OR_DEREF", 176, 1, 1, { arg: "free" }),
  // Pseudo instructions: the compiler's own, gone when the code is assembled.
  row("SETUP_FINALLY", 256, 0, 1, { arg: "jump", blockPush: true }),
  row("SETUP_CLEANUP", 257, 0, 2, { arg: "jump", blockPush: true }),
  row("SETUP_WITH", 258, 0, 1, { arg: "jump", blockPush: true }),
  row("POP_BLOCK", 259, 0, 0),
  row("JUMP", 260, 0, 0, pseudoJump),
  row("JUMP_NO_INTERRUPT", 261, 0, 0, pseudoJump),
  row("STORE_FAST_MAYBE_NULL", 266, 1, 0, { arg: "local" }),
];

const changedNames = new Set(changed.map(({ name: op }) => op));
const kept = [...instructionSet311.opcodes.values()].filter((opcode) => stays(opcode) && !changedNames.has(opcode.name));

/** The instruction set of CPython 3.12. */
export const instructionSet312 = instructionSet([...kept, ...changed].sort((a, b) => a.number - b.number), {
  ...instructionSet311,
  intrinsics1: instructionSet314.intrinsics1,
  intrinsics2: instructionSet314.intrinsics2.slice(0, -1),
  leastStack: 0,
  // Python/flowgraph.c, `_PyCfg_OptimizeCodeUnit`.
  passes: [
    "mark-handlers", "label-handlers", "drop-empty-blocks", "inline-exits", "optimize-blocks-by-line-with-returns", "drop-pushed-and-popped",
    "inline-exits", "drop-unreachable", "drop-nops", "drop-empty-blocks", "drop-jumps", "drop-unused-constants", "check-unbound-locals",
    "move-cold-to-end", "copy-shared-exits-in-order", "spread-lines",
  ],
  finishingPasses: ["drop-handler-ends", "drop-handler-setups", "turn-jumps"],
  recipes: {
    ...instructionSet311.recipes,
    positions: "given",
    blockStarts: "labels",
    returnsTwice: true,
    call: "null-first",
    methodLoad: "load-attr",
    superAttribute: true,
    suppression: "before-cleanup",
    firstPopHasLine: false,
    yieldArgument: "depth",
    sliceOperations: true,
    shortCircuit: "copy-and-test",
    intrinsics: "calls",
    compareShift: 4,
    classCells: "from-dict",
    loopEnd: ["END_FOR"],
    delegation: "send-and-cleanup",
    guardsStopIteration: true,
    dropsSubjectAt: "pattern",
    savesAllInClasses: true,
  },
  meanings: {
    CALL: "CALL with NULL first",
    CALL_FUNCTION_EX: "CALL_FUNCTION_EX with NULL first",
    COMPARE_OP: "COMPARE_OP without answer",
    DICT_MERGE: "DICT_MERGE with NULL first",
    FOR_ITER: "FOR_ITER past END_FOR",
    LOAD_ATTR: "LOAD_ATTR with NULL first",
    LOAD_CLOSURE: "LOAD_FAST",
    LOAD_GLOBAL: "LOAD_GLOBAL with NULL first",
    LOAD_SUPER_ATTR: "LOAD_SUPER_ATTR with NULL first",
    MAKE_FUNCTION: "MAKE_FUNCTION with flags",
    WITH_EXCEPT_START: "WITH_EXCEPT_START of bound methods",
    YIELD_VALUE: "YIELD_VALUE before RESUME",
  },
});
