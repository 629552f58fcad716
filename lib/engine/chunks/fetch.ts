import { type ChunkName, MissingChunk } from "../lazy/lazy.ts";

const CHUNKS: Readonly<Record<ChunkName, () => Promise<unknown>>> = {
  library: () => import("./library.ts"),
  python: () => import("./python.ts"),
  versions: () => import("./versions.ts"),
  rare: () => import("./rare.ts"),
};

/**
 * Does work with the engine that may need what is not loaded yet: it is fetched, and the work done again from the start.
 * So the work must be one that can be repeated, as a run is: the same source and options give the same result. Rejects when
 * a chunk cannot be fetched.
 */
export async function prepared<T>(work: () => T): Promise<T> {
  for (const fetched = new Set<ChunkName>(); ; ) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MissingChunk) || fetched.has(error.chunk)) throw error;
      fetched.add(error.chunk);
      await CHUNKS[error.chunk]();
    }
  }
}

/** Fetches everything: ahead of time, or for work that cannot be repeated, such as a session that somebody types in. */
export async function prepare(): Promise<void> {
  await Promise.all(Object.values(CHUNKS).map((fetch) => fetch()));
}
