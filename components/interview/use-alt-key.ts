"use client";
import { useEffect, useRef } from "react";

/** Runs `deed` on Alt and this key. Only with Alt, so that speaking to the page or typing does no harm. */
export function useAltKey(code: string, deed: () => void): void {
  const latest = useRef(deed);
  useEffect(() => {
    latest.current = deed;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // By place on the keyboard: with Alt some systems type another letter.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.code !== code || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [code]);
}
