import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { RawInstr, Unit } from "../emit/unit.ts";
import { Block, isJump, isScopeExit, isTerminator, newInstr } from "./block.ts";

/** The control-flow graph of a unit's instructions; gives its first block. */
export function buildGraph(unit: Unit, blockStarts: Recipes["blockStarts"]): Block {
  if (blockStarts === "targets") return buildFromTargets(unit);
  return buildFromLabels(unit, blockStarts === "labels" ? Number.POSITIVE_INFINITY : -1);
}

/** When a block was made: after so many instructions, after so many labels. */
type Made = readonly [instructions: number, labels: number];

/** A block begins at every label, and behind every jump and exit; blocks know the order in which the compiler made them: `behindJump` says whether those behind jumps come before or after the labels made there. */
function buildFromLabels(unit: Unit, behindJump: number): Block {
  const blocks = new Map<number, { readonly block: Block; readonly made: Made }>();
  const start = (position: number, made: Made): void => {
    blocks.set(position, { block: blocks.get(position)?.block ?? new Block(), made });
  };
  start(0, [-1, 0]);
  unit.instructions.forEach(({ op, target }, i) => {
    if (isScopeExit(op) || (isJump(op) && target !== null)) start(i + 1, [i + 1, behindJump]);
  });
  for (const { position, made } of unit.placed) {
    const isBehindOther = blocks.has(position);
    start(position, made);
    const { block } = blocks.get(position) as { readonly block: Block };
    block.isLabeled = true;
    block.isBehindEmpty = isBehindOther;
  }
  const inCode = [...blocks.entries()].sort(([a], [b]) => a - b).filter(([position]) => position < unit.instructions.length);
  inCode.forEach(([position, { block }], i) => {
    const end = inCode[i + 1]?.[0] ?? unit.instructions.length;
    block.instrs = unit.instructions.slice(position, end).flatMap(({ op, arg, span, target }) => {
      if (op === "ANNOTATIONS_PLACEHOLDER") return [];
      return [newInstr(op, arg, span, target === null ? null : (blocks.get(target.position)?.block ?? null))];
    });
    block.next = inCode[i + 1]?.[1].block ?? null;
  });
  const inMaking = [...blocks.values()].sort(({ made: a }, { made: b }) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  inMaking.forEach(({ block }, i) => {
    block.order = i;
  });
  return blocks.get(0)?.block ?? new Block();
}

function buildFromTargets(unit: Unit): Block {
  const targets = new Map<number, Block>();
  for (const { target } of unit.instructions) if (target !== null) targets.set(target.position, new Block());
  const builder = new GraphBuilder();
  unit.instructions.forEach((raw, i) => {
    const labeled = targets.get(i);
    if (labeled !== undefined) targets.set(i, builder.label(labeled));
    if (raw.op !== "ANNOTATIONS_PLACEHOLDER") builder.add(raw);
    else unit.annotationSetup.forEach((setup) => builder.add(setup));
  });
  builder.resolve(targets);
  return builder.entry;
}

class GraphBuilder {
  readonly entry = new Block();
  readonly #jumps: { readonly instr: ReturnType<typeof newInstr>; readonly position: number }[] = [];
  #current = this.entry;

  /** Starts the block that a label names; gives the block, which is the current one if that is still empty. */
  label(block: Block): Block {
    const { last } = this.#current;
    if (last === undefined && !this.#current.isLabeled) {
      this.#current.isLabeled = true;
      return this.#current;
    }
    block.isLabeled = true;
    this.#start(block);
    return block;
  }

  add(raw: RawInstr): void {
    const { last } = this.#current;
    if (last !== undefined && isTerminator(last.op)) this.#start(new Block());
    const instr = newInstr(raw.op, raw.arg, raw.span);
    this.#current.instrs.push(instr);
    if (raw.target !== null) this.#jumps.push({ instr, position: raw.target.position });
  }

  resolve(targets: ReadonlyMap<number, Block>): void {
    for (const { instr, position } of this.#jumps) {
      const target = targets.get(position);
      if (target === undefined || position < 0) throw new Error(`A jump to a label that was never placed: ${instr.op}.`);
      instr.target = target;
    }
  }

  #start(block: Block): void {
    this.#current.next = block;
    this.#current = block;
  }
}
