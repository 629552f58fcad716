// Recordings live in this browser's IndexedDB and nowhere else: nothing in this folder opens a connection
// (tests/interview/recording.test.ts reads it, tests/e2e/recording.spec.ts watches it).

const NAME = "heapwise-recordings";
const TAKES = "takes";
const CHUNKS = "chunks";

/** How long a recording is kept, in ms, where nobody deletes it before. */
export const KEPT_MS = 7 * 86_400_000;

/** What was recorded of one answer. Instants in UTC ms by the browser's clock. */
export interface Take {
  readonly id: string;
  readonly interviewId: string;
  readonly position: number;
  /** MIME type, as the browser records. */
  readonly type: string;
  readonly startedAt: number;
  /** Null while it runs, and where the page ended before it could be closed. */
  readonly endedAt: number | null;
}

export interface StoredTake extends Take {
  readonly bytes: number;
}

interface Chunk {
  readonly takeId: string;
  readonly number: number;
  readonly data: ArrayBuffer;
}

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("The browser's store failed."));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TAKES, { keyPath: "id" });
    request.result.createObjectStore(CHUNKS, { keyPath: ["takeId", "number"] });
  };
  return done(request);
}

/** Runs `work` in one transaction and waits until it is on the disk. */
async function inStore<Result>(mode: IDBTransactionMode, work: (takes: IDBObjectStore, chunks: IDBObjectStore) => Promise<Result>): Promise<Result> {
  const database = await open();
  try {
    const transaction = database.transaction([TAKES, CHUNKS], mode);
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException("The browser's store took nothing."));
    });
    // Both are awaited: a request that fails aborts its transaction.
    const [result] = await Promise.all([work(transaction.objectStore(TAKES), transaction.objectStore(CHUNKS)), committed]);
    return result;
  } finally {
    database.close();
  }
}

const chunksOf = (takeId: string): IDBKeyRange => IDBKeyRange.bound([takeId, 0], [takeId, Number.MAX_SAFE_INTEGER]);

/** Notes that a recording began or ended. */
export const putTake = (take: Take): Promise<unknown> => inStore("readwrite", (takes) => done(takes.put(take)));

/** Adds a second of a recording. */
export const addChunk = (takeId: string, number: number, data: ArrayBuffer): Promise<unknown> => inStore("readwrite", (_, chunks) => done(chunks.add({ takeId, number, data } satisfies Chunk)));

/** All recordings in this browser, or those of an interview, the newest first. */
export function listTakes(interviewId: string | null): Promise<StoredTake[]> {
  return inStore("readonly", async (takes, chunks) => {
    const all = (await done(takes.getAll())) as Take[];
    const wanted = all.filter((take) => interviewId === null || take.interviewId === interviewId).sort((a, b) => b.startedAt - a.startedAt);
    const sized: StoredTake[] = [];
    for (const take of wanted) {
      const parts = (await done(chunks.getAll(chunksOf(take.id)))) as Chunk[];
      sized.push({ ...take, bytes: parts.reduce((sum, part) => sum + part.data.byteLength, 0) });
    }
    return sized;
  });
}

/** The recording as a file that can be played. */
export async function fileOf(take: Take): Promise<Blob> {
  const parts = await inStore("readonly", async (_, chunks) => (await done(chunks.getAll(chunksOf(take.id)))) as Chunk[]);
  return new Blob(parts.map((part) => part.data), { type: take.type });
}

/** Deletes recordings for good. */
export function removeTakes(ids: readonly string[]): Promise<unknown> {
  return inStore("readwrite", async (takes, chunks) => {
    for (const id of ids) {
      await done(takes.delete(id));
      await done(chunks.delete(chunksOf(id)));
    }
  });
}

/** Deletes what is older than KEPT_MS. `now` in UTC ms. */
export async function removeOld(now: number): Promise<void> {
  const old = (await listTakes(null)).filter((take) => take.startedAt < now - KEPT_MS);
  if (old.length > 0) await removeTakes(old.map((take) => take.id));
}
