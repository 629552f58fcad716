/** The engine's door on the web: the same as index.ts, but for `prepared`, without which only what the core can do is done. */
export * from "./door.ts";
export { ChunkUnavailable, prepare, prepared } from "./chunks/fetch.ts";
