import type { EventBody } from "../../lib/reviews/events.ts";

/** Whose events: a user's id, or this for answers given without an account. */
export const VISITOR = "visitor";

// A key for each event: two tabs that write at once lose nothing, as neither rewrites what the other wrote.
const prefix = (owner: string): string => `heapwise.log.${owner}.`;

/** What could not be stored, because storage is full or refused. Lives as long as the page. */
const unstored = new Map<string, Map<string, EventBody>>();

function unstoredOf(owner: string): Map<string, EventBody> {
  const known = unstored.get(owner) ?? new Map<string, EventBody>();
  unstored.set(owner, known);
  return known;
}

/** Adds an event. True when it is on this device and survives closing the page. */
export function keepEvent(owner: string, body: EventBody): boolean {
  try {
    localStorage.setItem(`${prefix(owner)}${body.id}`, JSON.stringify(body));
    return true;
  } catch (error) {
    // Full, or switched off in this browser: the page says so, and the event goes to the server from memory.
    if (!(error instanceof DOMException)) throw error;
    unstoredOf(owner).set(body.id, body);
    return false;
  }
}

/** The owner's events on this device, oldest first. */
export function keptEvents(owner: string): EventBody[] {
  const events = [...unstoredOf(owner).values()];
  for (const key of storedKeys(owner)) {
    const text = localStorage.getItem(key);
    if (text !== null) events.push(JSON.parse(text) as EventBody);
  }
  return events.sort((a, b) => a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1));
}

/** How many events of the owner are on this device. */
export function countKept(owner: string): number {
  return unstoredOf(owner).size + storedKeys(owner).length;
}

function storedKeys(owner: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(owner)));
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

/** The event that another tab has just kept for the owner, if that is what a change of storage says. */
export function keptElsewhere(owner: string, { key, newValue }: Pick<StorageEvent, "key" | "newValue">): EventBody | null {
  return key?.startsWith(prefix(owner)) && newValue !== null ? (JSON.parse(newValue) as EventBody) : null;
}

/** Removes events that the server has, or will never take. */
export function dropEvents(owner: string, ids: readonly string[]): void {
  for (const id of ids) {
    unstoredOf(owner).delete(id);
    if (storedKeys(owner).includes(`${prefix(owner)}${id}`)) localStorage.removeItem(`${prefix(owner)}${id}`);
  }
}
