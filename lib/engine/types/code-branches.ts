import type { CodeSpec } from "../compiler/code.ts";

const UNIT = 2;

/**
 * Where a code object branches: for each branch the byte offsets of its instruction, of what follows when it goes on, and
 * of what follows when it leaves (Objects/codeobject.c, branchesiter_next; 3.14).
 */
export function branchesOf(spec: CodeSpec): [source: number, left: number, right: number][] {
  return spec.code.flatMap(({ op, arg, offset, caches }): [number, number, number][] => {
    const after = offset + UNIT + UNIT * caches;
    // Goes past END_FOR and POP_ITER.
    if (op === "FOR_ITER") return [[offset, after, after + UNIT * arg + 2 * UNIT]];
    // NOT_TAKEN follows.
    if (op.startsWith("POP_JUMP_IF_")) return [[offset, after + UNIT, after + UNIT * arg]];
    if (op !== "END_ASYNC_FOR") return [];
    // The branch is where the awaited item arrives: END_SEND, then NOT_TAKEN.
    const arrival = after - UNIT * arg;
    return [[arrival, arrival + 2 * UNIT, after]];
  });
}
