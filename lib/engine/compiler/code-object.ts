import type { InstructionSet, Recipes } from "../profiles/instruction-sets/types.ts";
import { assembleHandlers, assembleInstructions } from "./assemble.ts";
import { CodeFlag } from "./code.ts";
import type { CodeSpec } from "./code.ts";
import type { Emitter } from "./emit/emitter.ts";
import type { Unit } from "./emit/unit.ts";
import { NO_LOCATION } from "./emit/unit.ts";
import { Block, blocksFrom, newInstr } from "./flow/block.ts";
import { buildGraph } from "./flow/build.ts";
import { layOutApart, layOutCells } from "./flow/cells.ts";
import { ConstList } from "./flow/const-list.ts";
import { runPasses } from "./flow/passes.ts";
import { computeStackDepth } from "./flow/stack-depth.ts";
import { isFunctionLike } from "./symtable/entry.ts";

/** Optimizes the emitted instructions of a unit and makes its code object. */
export function makeCode(unit: Unit, c: Emitter, set: InstructionSet): CodeSpec {
  const flags = flagsOf(unit, c);
  const entry = startGenerator(buildGraph(unit, set.recipes.blockStarts), flags, set);
  const consts = new ConstList([...unit.consts.keys()], c.consts, set);
  const context = { entry, unit, consts, set, profile: c.profile };
  runPasses(set.passes, context);
  const stackSize = Math.max(set.leastStack, computeStackDepth(entry, set, entry.instrs[0]?.op === "GEN_START" ? 1 : 0));
  const slots = LAYOUTS[set.recipes.slotLayout](unit, entry, flags, set.recipes.firstPopHasLine);
  runPasses(set.finishingPasses, context);
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
    hasDocstring: unit.entry.hasDocstring,
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

const LAYOUTS: Readonly<Record<Recipes["slotLayout"], typeof layOutCells>> = { together: layOutCells, separate: layOutApart };

/** Where a call makes the generator, its code begins by dropping the None that is sent to start it. */
function startGenerator(entry: Block, flags: number, set: InstructionSet): Block {
  const isGenerator = (flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
  if (!isGenerator || set.recipes.generatorStart !== "gen-start") return entry;
  const kind = flags & CodeFlag.COROUTINE ? 1 : flags & CodeFlag.ASYNC_GENERATOR ? 2 : 0;
  const isTarget = [...blocksFrom(entry)].some((b) => b.instrs.some(({ target }) => target === entry));
  const start = isTarget ? new Block() : entry;
  if (isTarget) start.next = entry;
  start.instrs.unshift(newInstr("GEN_START", kind, NO_LOCATION));
  return start;
}

function flagsOf(unit: Unit, c: Emitter): number {
  const { entry } = unit;
  const when = (condition: boolean, flag: number): number => (condition ? flag : 0);
  const isClosed = c.recipes.slotLayout === "separate" && unit.cellVars.size === 0 && unit.freeVars.size === 0;
  const future = when(c.futureAnnotations, CodeFlag.FUTURE_ANNOTATIONS) | when(isClosed, CodeFlag.NOFREE);
  const coroutine = when(entry.coroutine && !entry.generator, CodeFlag.COROUTINE);
  if (!isFunctionLike(entry)) return future | coroutine;
  return (
    CodeFlag.NEWLOCALS | CodeFlag.OPTIMIZED | future | coroutine
    | when(entry.nested, CodeFlag.NESTED)
    | when(entry.generator && !entry.coroutine, CodeFlag.GENERATOR)
    | when(entry.generator && entry.coroutine, CodeFlag.ASYNC_GENERATOR)
    | when(entry.varArgs, CodeFlag.VARARGS)
    | when(entry.varKeywords, CodeFlag.VARKEYWORDS)
    | when(entry.hasDocstring && c.profile.compiler.docstringAndMethodFlags, CodeFlag.HAS_DOCSTRING)
    | when(entry.method && c.profile.compiler.docstringAndMethodFlags, CodeFlag.METHOD)
  );
}
