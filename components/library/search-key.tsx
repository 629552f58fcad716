"use client";
import { useEffect } from "react";

const TYPED_IN = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";
const SEARCH = "q";

/** Single keys can be switched off in the settings (WCAG 2.1.4); the browser keeps that in a cookie. */
const singleKeysAreOff = (): boolean => /(?:^|; )heapwise\.keys=off(?:;|$)/.test(document.cookie);

function isForSearch(event: KeyboardEvent): boolean {
  if (event.key !== "/" || event.repeat || event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const typing = event.target instanceof Element && event.target.closest(TYPED_IN) !== null;
  return !typing && document.querySelector("dialog[open]") === null && !singleKeysAreOff();
}

/** The key `/` leads to the search of the library, from every page of it. */
export function SearchKey() {
  useEffect(() => {
    const field = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>(`input#${SEARCH}`);
    if (window.location.hash === `#${SEARCH}`) field()?.focus();
    const listen = (event: KeyboardEvent): void => {
      if (!isForSearch(event)) return;
      event.preventDefault();
      const here = field();
      if (here === null) window.location.assign(`/library#${SEARCH}`);
      here?.focus();
      here?.select();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
