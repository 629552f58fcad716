"use client";
import { useLayoutEffect } from "react";

/** Puts the page into the colours that this browser chose; other pages come in them (lib/http/theme-script.ts), this one was made for nobody. */
export function ThemeOfDevice() {
  useLayoutEffect(() => {
    const chosen = /(?:^|; )heapwise\.theme=(light|dark)(?:;|$)/.exec(document.cookie)?.[1];
    if (chosen !== undefined) document.documentElement.dataset.theme = chosen;
  }, []);
  return null;
}
