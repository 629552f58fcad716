"use client";
import { useEffect, useState } from "react";

/** What storage says to a key; null where there is nothing, or where storage is switched off. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** A switch that this device remembers, where it may. Off until the page has been drawn once, as the server drew it. */
export function useRemembered(key: string): readonly [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(false);
  useEffect(() => setOn(remembered(key) === "on"), [key]);
  const set = (value: boolean): void => {
    setOn(value);
    try {
      if (value) localStorage.setItem(key, "on");
      else localStorage.removeItem(key);
    } catch (error) {
      // Full or refused: the switch works for this page all the same.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  return [on, set];
}
