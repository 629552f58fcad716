"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendDeed } from "./send.ts";

const PAUSE_MS = 600;
const RETRY_MS = 3_000;

/** What was typed as the answer and in the code box, and drawn. */
interface Typed {
  readonly text: string;
  readonly code: string;
  readonly sketch: string;
}

interface Draft extends Typed {
  readonly number: number;
}

const keyOf = (id: string, position: number): string => `heapwise.interview.${id}.${position}`;

function kept(key: string): Draft | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : { code: "", sketch: "", ...(JSON.parse(text) as Omit<Draft, "code" | "sketch">) };
  } catch (error) {
    // Switched off in this browser, or written by something else: then only the server keeps it.
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

function keep(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Removes what this browser keeps of a prompt, once its answer is on the server. */
export function forgetDraft(id: string, position: number): void {
  try {
    localStorage.removeItem(keyOf(id, position));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** `overtaken`: another tab saved a later text of this prompt; the next key typed here makes this one the latest. */
export type DraftState = "saved" | "saving" | "local" | "refused" | "overtaken";

/** What was typed for a prompt: in this browser at once, on the server after a pause, again until it is there. */
export function useDraft(id: string, position: number, stored: Draft, initial: string): Typed & { readonly state: DraftState; readonly change: (typed: Partial<Typed>) => void } {
  const [draft, setDraft] = useState<Draft>(() => (stored.number === 0 ? { number: 0, text: initial, code: "", sketch: "" } : stored));
  const [savedNumber, setSavedNumber] = useState(stored.number);
  const [failed, setFailed] = useState<"local" | "refused" | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const latest = useRef(draft);
  const show = useCallback((next: Draft): void => {
    latest.current = next;
    setDraft(next);
  }, []);

  // The server draws what it has; a later text that only this browser has comes after.
  useEffect(() => {
    const own = kept(keyOf(id, position));
    if (own !== null && own.number > latest.current.number) show(own);
  }, [id, position, show]);

  useEffect(() => {
    if (draft.number <= savedNumber) return;
    const send = (leaving = false): void => {
      void sendDeed(id, { deed: "save", position, ...draft }, leaving).then((sent) => {
        setFailed(sent.ok ? null : sent.offline ? "local" : "refused");
        if (!sent.ok) return;
        setSavedNumber((before) => Math.max(before, draft.number));
        if (latest.current.number !== draft.number) return;
        const there = typeof sent.body.number === "number" ? sent.body.number : 0;
        if (sent.body.kept === true) forgetDraft(id, position);
        else if (there >= draft.number) {
          setOvertaken(true);
          latest.current = { ...draft, number: there };
        }
      });
    };
    const timer = failed === null ? setTimeout(send, PAUSE_MS) : undefined;
    const again = failed === null ? undefined : setInterval(send, RETRY_MS);
    const leave = (): void => send(true);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
      window.removeEventListener("pagehide", leave);
    };
  }, [draft, savedNumber, failed, id, position]);

  const change = (typed: Partial<Typed>): void => {
    const { number, text, code, sketch } = latest.current;
    const next = { text, code, sketch, ...typed, number: number + 1 };
    setOvertaken(false);
    keep(keyOf(id, position), next);
    show(next);
  };
  return { text: draft.text, code: draft.code, sketch: draft.sketch, state: overtaken ? "overtaken" : draft.number <= savedNumber ? "saved" : (failed ?? "saving"), change };
}
