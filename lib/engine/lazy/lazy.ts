/**
 * Parts of the engine that lie apart from its core, because few programs need them:
 * `library` the modules that a program imports, and what only they set in motion; `python` the sources of their Python
 * halves; `versions` what is done otherwise in versions that are not the default; `rare` what only a mistake asks for, or a
 * statement, literal or method that is seldom written; `trace` what records a run or enumerates its schedules.
 */
export type ChunkName = "library" | "python" | "versions" | "rare" | "trace";

/** A run came to something in a chunk that is not loaded. It ends there; when the chunk is loaded, the same run goes through. */
export class MissingChunk extends Error {
  readonly chunk: ChunkName;
  constructor(chunk: ChunkName) {
    super(`This needs the engine's chunk "${chunk}", which is not loaded.`);
    this.chunk = chunk;
  }
}

let bring: ((chunk: ChunkName) => void) | null = null;

/** Where chunks can be loaded at once (from files), a run that needs one goes on. */
export function bringChunksBy(load: (chunk: ChunkName) => void): void {
  bring = load;
}

/** Something that a chunk fills in when it is loaded, declared where it is used. */
export class Lazy<T> {
  private readonly chunk: ChunkName;
  private content: T | undefined;

  constructor(chunk: ChunkName) {
    this.chunk = chunk;
  }

  fill(content: T): void {
    this.content = content;
  }

  /** @throws {MissingChunk} when its chunk is not loaded */
  get(): T {
    if (this.content === undefined) bring?.(this.chunk);
    if (this.content === undefined) throw new MissingChunk(this.chunk);
    return this.content;
  }
}
