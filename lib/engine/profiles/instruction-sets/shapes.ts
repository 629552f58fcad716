import type { Effect } from "./types.ts";

/** A stack item at depth `n` stays where it is; these count the items that the instruction looks at. */
export const n = (extra: number): Effect => (arg) => arg + extra;
export const lowBit = (extra: number): Effect => (arg) => (arg & 1) + extra;

// What the rows of the opcode tables say of an argument.
export const number = { arg: "number" } as const;
export const name = { arg: "name" } as const;
export const local = { arg: "local" } as const;
export const pair = { arg: "local-pair" } as const;
export const free = { arg: "free" } as const;
export const handler = { arg: "jump", blockPush: true } as const;
export const pseudoJump = { arg: "jump", jump: "either" } as const;
export const forward = { arg: "jump", jump: "forward" } as const;
export const conditional = { ...forward, caches: [["counter", 1]] } as const;
