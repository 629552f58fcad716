"use client";
import { useSyncExternalStore } from "react";
import type { Reader } from "../../lib/reader/types.ts";

/** What is known of the reader: null until the server has said, `VISITOR_READER` where it could not be asked. */
let current: Reader | null = null;
let asking = false;
const listeners = new Set<() => void>();

const UNKNOWN: Reader = { userId: null, author: false, targetVersion: "3.14", timeZone: "UTC", rolloverHour: 4, flags: [] };

/** The card whose page this is. */
const cardHere = (): string => /^\/library\/([a-z0-9-]+)$/.exec(window.location.pathname)?.[1] ?? "";

/** Asks the server who reads; called again after something changed. */
export async function askReader(): Promise<void> {
  asking = true;
  try {
    const response = await fetch(`/api/reader?card=${cardHere()}`);
    current = response.ok ? ((await response.json()) as Reader) : UNKNOWN;
  } catch {
    // No connection: the page stays as it is for a visitor, whose answers are kept on the device.
    current = UNKNOWN;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asking) void askReader();
  return () => listeners.delete(listener);
}

/** Who reads this page; null at first, and on the server, which makes one page for all. */
export function useReader(): Reader | null {
  return useSyncExternalStore(subscribe, () => current, () => null);
}
