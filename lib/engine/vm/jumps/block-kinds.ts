import type { CodeSpec } from "../../compiler/code.ts";
import { isScopeExit, isUnconditionalJump } from "../../compiler/flow/block.ts";

/** The blocks around each instruction where instructions set them up (Objects/frameobject.c of 3.10, markblocks): three bits for each, the innermost in the lowest. */
export type Blocks = bigint;

export const UNREACHED: Blocks = -1n;
export const WITH = 1n;
export const LOOP = 2n;
export const TRY = 3n;
export const EXCEPT = 4n;

const BITS = 3n;

export const innermostOf = (blocks: Blocks): bigint => blocks & 7n;
export const outOf = (blocks: Blocks): Blocks => blocks >> BITS;
const into = (blocks: Blocks, kind: bigint): Blocks => (blocks << BITS) | kind;

/** The blocks after an instruction that falls through, and where it jumps. */
function after(op: string, blocks: Blocks): { next: Blocks; jump: Blocks } {
  switch (op) {
    case "SETUP_FINALLY":
      return { next: into(blocks, TRY), jump: into(blocks, EXCEPT) };
    case "SETUP_WITH":
    case "SETUP_ASYNC_WITH":
      return { next: into(blocks, WITH), jump: into(blocks, EXCEPT) };
    case "GET_ITER":
    case "GET_AITER":
      return { next: into(blocks, LOOP), jump: blocks };
    case "FOR_ITER":
      return { next: blocks, jump: outOf(blocks) };
    case "POP_BLOCK":
    case "POP_EXCEPT":
      return { next: outOf(blocks), jump: blocks };
    case "END_ASYNC_FOR":
      return { next: outOf(outOf(blocks)), jump: blocks };
    default:
      return { next: blocks, jump: blocks };
  }
}

/** The blocks around each instruction; UNREACHED where no way leads. */
export function blockKinds(code: CodeSpec): readonly Blocks[] {
  const blocks = new Array<Blocks>(code.code.length + 1).fill(UNREACHED);
  blocks[0] = 0n;
  for (let again = true; again; ) {
    again = false;
    code.code.forEach(({ op, target }, at) => {
      if (blocks[at] === UNREACHED) return;
      const { next, jump } = after(op, blocks[at]);
      if (target !== undefined) {
        if (blocks[target] === UNREACHED && target < at) again = true;
        blocks[target] = jump;
      }
      if (!isUnconditionalJump(op) && !isScopeExit(op)) blocks[at + 1] = next;
    });
  }
  return blocks;
}

/** Whether leaving blocks of `from` leads to `to`. */
export function areReachable(from: Blocks, to: Blocks): boolean {
  if (to < 0n) return false;
  let left = from;
  while (left > to) left = outOf(left);
  return left === to;
}

/** Why nothing can jump into these blocks. */
export function whyUnreachable(to: Blocks): string {
  if (to < 0n) return "code may be unreachable.";
  if (innermostOf(to) === EXCEPT) return "can't jump into an 'except' block as there's no exception";
  return `can't jump into the body of a ${innermostOf(to) === TRY ? "try statement" : innermostOf(to) === WITH ? "with statement" : "for loop"}`;
}
