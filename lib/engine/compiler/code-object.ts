import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import { assembleHandlers, assembleInstructions } from "./assemble.ts";
import { CodeFlag } from "./code.ts";
import type { CodeSpec } from "./code.ts";
import type { Emitter } from "./emit/emitter.ts";
import type { Unit } from "./emit/unit.ts";
import { borrowLoads } from "./flow/borrow.ts";
import { buildGraph } from "./flow/build.ts";
import { layOutCells } from "./flow/cells.ts";
import { inlineSmallExits, removeNopsAndJumps, removePushPopPairs, removeUnreachable } from "./flow/cleanup.ts";
import { moveColdToEnd } from "./flow/cold.ts";
import { ConstList } from "./flow/const-list.ts";
import { labelHandlers, markHandlers } from "./flow/exceptions.ts";
import { normalizeJumps, replacePseudo, spellOutJumpIf } from "./flow/finish.ts";
import { resolveLines } from "./flow/lines.ts";
import { optimizeConstantLoads } from "./flow/load-const.ts";
import { optimizeBlock } from "./flow/peephole.ts";
import { blocksFrom } from "./flow/block.ts";
import type { Block } from "./flow/block.ts";
import { computeStackDepth } from "./flow/stack-depth.ts";
import { fuseLocalPairs } from "./flow/superinstructions.ts";
import { checkUnboundLocals } from "./flow/unbound.ts";
import { removeUnusedConsts } from "./flow/unused-consts.ts";
import { isFunctionLike } from "./symtable/entry.ts";

/** What the passes over one code object work on. */
interface PassContext {
  readonly entry: Block;
  readonly unit: Unit;
  readonly c: Emitter;
  readonly consts: ConstList;
}

type Pass = (context: PassContext) => void;

/** The passes of 3.14, in the order of Python/flowgraph.c `_PyCfg_OptimizeCodeUnit`. */
const PASSES: readonly Pass[] = [
  ({ entry }) => markHandlers(entry),
  ({ entry }) => labelHandlers(entry),
  ({ entry }) => inlineSmallExits(entry),
  ({ entry }) => removeUnreachable(entry),
  ({ entry }) => resolveLines(entry),
  ({ entry, consts }) => optimizeConstantLoads(entry, consts),
  ({ entry, consts, c }) => {
    for (const b of blocksFrom(entry)) optimizeBlock(b, consts, c.profile.compiler.folding);
  },
  ({ entry }) => removePushPopPairs(entry),
  ({ entry }) => removeUnreachable(entry),
  ({ entry }) => removeNopsAndJumps(entry),
  ({ entry, consts }) => removeUnusedConsts(entry, consts),
  ({ entry, unit }) => checkUnboundLocals(entry, unit.varNames.size, unit.entry.params.length),
  ({ entry }) => fuseLocalPairs(entry),
  ({ entry }) => moveColdToEnd(entry),
  ({ entry }) => resolveLines(entry),
];

/** Optimizes the emitted instructions of a unit and makes its code object. */
export function makeCode(unit: Unit, c: Emitter, set: InstructionSet): CodeSpec {
  const entry = buildGraph(unit);
  const consts = new ConstList([...unit.consts.keys()], c.consts);
  for (const pass of PASSES) pass({ entry, unit, c, consts });
  spellOutJumpIf(entry);
  // A frame has room for one value at least.
  const stackSize = Math.max(1, computeStackDepth(entry, set));
  const flags = flagsOf(unit, c);
  const slots = layOutCells(unit, entry, flags);
  replacePseudo(entry);
  normalizeJumps(entry);
  if (c.profile.refs.borrowedLocals) borrowLoads(entry, set);
  const names = (kinds: readonly string[]): string[] => slots.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename: c.filename,
    firstLine: unit.firstLine,
    // `co_argcount` counts the positional-only ones too.
    argCount: unit.argCount + unit.posOnlyArgCount,
    posOnlyArgCount: unit.posOnlyArgCount,
    kwOnlyArgCount: unit.kwOnlyArgCount,
    flags,
    stackSize,
    names: [...unit.names.keys()],
    varNames: names(["local", "argument-cell"]),
    cellVars: names(["cell", "argument-cell"]),
    freeVars: names(["free"]),
    slots,
    consts: consts.items,
    code: assembleInstructions(entry, set),
    handlers: assembleHandlers(entry),
  };
}

function flagsOf(unit: Unit, c: Emitter): number {
  const { entry } = unit;
  const when = (condition: boolean, flag: number): number => (condition ? flag : 0);
  const future = when(c.futureAnnotations, CodeFlag.FUTURE_ANNOTATIONS);
  const coroutine = when(entry.coroutine && !entry.generator, CodeFlag.COROUTINE);
  if (!isFunctionLike(entry)) return future | coroutine;
  return (
    CodeFlag.NEWLOCALS | CodeFlag.OPTIMIZED | future | coroutine
    | when(entry.nested, CodeFlag.NESTED)
    | when(entry.generator && !entry.coroutine, CodeFlag.GENERATOR)
    | when(entry.generator && entry.coroutine, CodeFlag.ASYNC_GENERATOR)
    | when(entry.varArgs, CodeFlag.VARARGS)
    | when(entry.varKeywords, CodeFlag.VARKEYWORDS)
    | when(entry.hasDocstring, CodeFlag.HAS_DOCSTRING)
    | when(entry.method, CodeFlag.METHOD)
  );
}
