"use client";
import { useSyncExternalStore } from "react";
import { readSync, readSyncOnServer, subscribeSync } from "./sync.ts";

export function useSync() {
  return useSyncExternalStore(subscribeSync, readSync, readSyncOnServer);
}

/** Nothing while all is well; how many answers wait when the server cannot be reached. */
export function SyncStatus() {
  const { state, waiting, refused } = useSync();
  const words =
    state === "signed-out"
      ? `${waiting} waiting, saved on this device. Sign in to send them.`
      : state === "waiting"
        ? `${waiting} waiting, saved on this device`
        : refused > 0
          ? `${refused} not taken: the card was withdrawn or changed`
          : "";
  return <span role="status" className="text-ink-2">{words}</span>;
}
