"use client";
import { type RefObject, useEffect, useState } from "react";
import type { Keys } from "../../lib/settings/keys.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

/** What is read: sentences. Code read letter by letter tells nobody anything. */
const SENTENCES = "h1, h2, h3, p, li";

export interface Reader {
  /** Whether this browser can read aloud at all; false until it is known. */
  readonly able: boolean;
  readonly reading: boolean;
  /** Begins to read what is on the screen, or ends it. */
  readonly toggle: () => void;
}

/** The sentences of the section that is in question: the answer once it is shown, else the question. */
function sentencesOf(article: HTMLElement | null): string {
  const section = [...(article?.querySelectorAll<HTMLElement>("section") ?? [])].findLast((one) => one.getAttribute("aria-labelledby")?.match(/^(question|answer)-/));
  return [...(section?.querySelectorAll<HTMLElement>(SENTENCES) ?? [])].map((one) => one.innerText).join("\n");
}

/** Reads the card aloud with the browser's own voice, which needs no network. Ends with the card. */
export function useReadAloud(article: RefObject<HTMLElement | null>): Reader {
  const [able, setAble] = useState(false);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    setAble("speechSynthesis" in window);
    return () => window.speechSynthesis?.cancel();
  }, []);
  const toggle = (): void => {
    if (!able) return;
    window.speechSynthesis.cancel();
    if (reading) return setReading(false);
    const speech = new SpeechSynthesisUtterance(sentencesOf(article.current));
    speech.lang = "en";
    speech.onend = () => setReading(false);
    speech.onerror = () => setReading(false);
    setReading(true);
    window.speechSynthesis.speak(speech);
  };
  return { able, reading, toggle };
}

/** A button that reads the question, then the answer. Nothing where the browser has no voice. */
export function ReadAloud({ reader, keys }: { readonly reader: Reader; readonly keys: Keys | null }) {
  if (!reader.able) return null;
  return (
    <Button look="quiet" className="justify-self-start" onClick={reader.toggle} aria-pressed={reader.reading}>
      {reader.reading ? "Stop reading" : "Read it to me"} {keys !== null && <Kbd className="hidden lg:inline">{keys.aloud}</Kbd>}
    </Button>
  );
}
