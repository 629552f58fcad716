import type { RawInstr, Unit } from "../emit/unit.ts";
import { Block, isTerminator, newInstr } from "./block.ts";

/** The control-flow graph of a unit's instructions; gives its first block. */
export function buildGraph(unit: Unit): Block {
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
