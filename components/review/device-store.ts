import type { EventBody } from "../../lib/reviews/events.ts";

/** What this browser keeps for later in IndexedDB: answers that the server has, and the day's cards. */
const NAME = "heapwise";
const VERSION = 1;
const STORES = ["sent", "sessions"] as const;
type Store = (typeof STORES)[number];

export const DAY_MS = 86_400_000;
/** How long an answer is kept after it was given, in case the server is restored from a backup. */
export const KEPT_MS = 30 * DAY_MS;

let opened: Promise<IDBDatabase | null> | null = null;

function request<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("The browser's database failed."));
  });
}

/** Null where the browser has no such database, or refuses it, as some do in private windows: then nothing is kept beyond the log itself. */
function open(): Promise<IDBDatabase | null> {
  opened ??= (async () => {
    if (typeof indexedDB === "undefined") return null;
    try {
      const asked = indexedDB.open(NAME, VERSION);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("sent", { keyPath: ["owner", "body.id"] }).createIndex("by time", ["owner", "body.answeredAt"]);
        asked.result.createObjectStore("sessions", { keyPath: "owner" });
      };
      return await request(asked);
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  })();
  return opened;
}

async function inStore<Value>(store: Store, mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<Value> | Value): Promise<Value | null> {
  const database = await open();
  if (database === null) return null;
  const transaction = database.transaction(store, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("The browser's database failed."));
  });
  const value = await work(transaction.objectStore(store));
  await done;
  return value;
}

interface Sent {
  readonly owner: string;
  readonly body: EventBody;
}

const since = (owner: string, instant: number): IDBKeyRange => IDBKeyRange.bound([owner, instant], [owner, Infinity]);

/** Keeps answers that the server of an owner has acknowledged, and forgets those that are older than a month. Puts up with a full disk: they are a second copy. */
export async function keepSent(owner: string, bodies: readonly EventBody[], now: number): Promise<void> {
  try {
    await inStore("sent", "readwrite", (store) => {
      for (const body of bodies) store.put({ owner, body } satisfies Sent);
      const old = store.index("by time").openKeyCursor(IDBKeyRange.bound([owner, 0], [owner, now - KEPT_MS], false, true));
      old.onsuccess = () => {
        const cursor = old.result;
        if (cursor === null) return;
        store.delete(cursor.primaryKey);
        cursor.continue();
      };
    });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The answers of an owner that the server acknowledged to this browser and that were given at `instant` (UTC ms) or later, oldest first. */
export async function sentSince(owner: string, instant: number): Promise<EventBody[]> {
  const rows = await inStore("sent", "readonly", (store) => request<Sent[]>(store.index("by time").getAll(since(owner, instant))));
  return (rows ?? []).map(({ body }) => body);
}

/** Puts a value in place of the owner's one. `value` is plain data. */
export async function keepSession<Session extends { readonly owner: string }>(value: Session): Promise<void> {
  await inStore("sessions", "readwrite", (store) => request(store.put(value)).then(() => undefined));
}

/** All kept sessions, of whatever shape a former version of this page gave them. */
export async function keptSessions(): Promise<unknown[]> {
  return (await inStore("sessions", "readonly", (store) => request<unknown[]>(store.getAll()))) ?? [];
}

/** Forgets the day's cards of everybody, as when somebody signs out. Answers stay: they are sent, or are nobody's but their owner's. */
export async function forgetSessions(): Promise<void> {
  await inStore("sessions", "readwrite", (store) => request(store.clear()));
}
