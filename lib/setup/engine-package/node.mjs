// The package's door in Node: that of engine.mjs, started with compiled code that is kept beside it.
import { loadEngine } from "./load.mjs";

const { engine } = loadEngine(import.meta.dirname, String(process.env.ENGINE_HASH));
export const { run, record, interleavings, openSession, disassemble, DEFAULT_LIMITS, DEFAULT_VERSION, isVersion, VERSIONS } = engine;

/** Here the chunks are files, read at once when they are needed. */
export class ChunkUnavailable extends Error {}

/** @template T @param {() => T} work @returns {Promise<T>} */
export const prepared = async (work) => work();
export const prepare = async () => {};
