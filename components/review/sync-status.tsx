"use client";
import { useSyncExternalStore } from "react";
import { readSync, readSyncOnServer, subscribeSync, type Sync } from "./sync.ts";

export function useSync() {
  return useSyncExternalStore(subscribeSync, readSync, readSyncOnServer);
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

function clockWords(aheadMs: number): string {
  const size = Math.abs(aheadMs);
  const [number, unit] = size >= HOUR_MS ? [Math.round(size / HOUR_MS), "hour"] : [Math.round(size / MINUTE_MS), "minute"];
  return `This device’s clock seems to be ${number} ${unit}${number === 1 ? "" : "s"} ${aheadMs > 0 ? "ahead" : "behind"}. Your answers count by the server’s clock where it is too far off.`;
}

function wordsOf({ state, waiting, refused, elsewhere, clockAheadMs }: Sync): string {
  if (state === "signed-out") return `${waiting} waiting, saved on this device. Sign in to send them.`;
  if (state === "outdated") return `${waiting} waiting, saved on this device. Heapwise was updated: reload the page to send them.`;
  if (state === "waiting") return `${waiting} waiting, saved on this device`;
  if (refused > 0) return `${refused} not taken: the card was withdrawn or changed`;
  if (elsewhere > 0) return `${elsewhere === 1 ? "1 card was" : `${elsewhere} cards were`} also answered on another device or in another tab. All answers are kept; the later one decides.`;
  return clockAheadMs === 0 ? "" : clockWords(clockAheadMs);
}

/** Nothing while all is well; else how many answers wait, or what else is to be known of them. */
export function SyncStatus() {
  return <span role="status" className="text-ink-2">{wordsOf(useSync())}</span>;
}
