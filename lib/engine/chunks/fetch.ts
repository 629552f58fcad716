import { type ChunkName, MissingChunk } from "../lazy/lazy.ts";

const CHUNKS: Readonly<Record<ChunkName, () => Promise<unknown>>> = {
  library: () => import("./library.ts"),
  python: () => import("./python.ts"),
  versions: () => import("./versions.ts"),
  rare: () => import("./rare.ts"),
  trace: () => import("./trace.ts"),
};

/** A part of the engine could not be fetched. Trying again later may succeed. */
export class ChunkUnavailable extends Error {}

async function fetchChunk(name: ChunkName): Promise<void> {
  try {
    await CHUNKS[name]();
  } catch (cause) {
    throw new ChunkUnavailable(`The engine's chunk "${name}" could not be fetched.`, { cause });
  }
}

/**
 * Does work with the engine that may need what is not loaded yet: it is fetched, and the work done again from the start.
 * So the work must be one that can be repeated, as a run is: the same source and options give the same result. `tell` hears
 * when a fetch begins and ends. Rejects with ChunkUnavailable, or with what the work itself throws.
 */
export async function prepared<T>(work: () => T, tell: (fetching: boolean) => void = () => {}): Promise<T> {
  const fetched = new Set<ChunkName>();
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MissingChunk) || fetched.has(error.chunk)) throw error;
      fetched.add(error.chunk);
      tell(true);
      await fetchChunk(error.chunk);
      tell(false);
    }
  }
}

/** Fetches everything: ahead of time, or for work that cannot be repeated, such as a session that somebody types in. */
export async function prepare(): Promise<void> {
  await Promise.all((Object.keys(CHUNKS) as ChunkName[]).map(fetchChunk));
}
