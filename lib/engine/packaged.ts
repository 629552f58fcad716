/** What the package's core for Node holds: the door, the command, and what brings the chunks, which lie beside it as files. */
export * from "./door.ts";
export { main } from "./cli-main.ts";
export { bringChunksBy } from "./lazy/lazy.ts";
export { pythonHalves } from "./python/halves.ts";
