"use client";
import { useEffect, useRef } from "react";
import { WATCH_MS } from "../../lib/interview/pair.ts";
import { askStamp } from "./send.ts";

/** Draws the page anew when the other of the two did something. `stamp` is the one that the page was drawn with; null watches nothing. */
export function useWatch(id: string, stamp: string | null, draw: () => void): void {
  const latest = useRef({ stamp, draw });
  useEffect(() => {
    latest.current = { stamp, draw };
  });
  const watching = stamp !== null;
  useEffect(() => {
    if (!watching) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The next question waits for the answer: a slow network is not asked more often than it answers.
    const look = async (): Promise<void> => {
      const sent = await askStamp(id);
      if (over) return;
      if (sent.ok && sent.body.stamp !== latest.current.stamp) latest.current.draw();
      timer = setTimeout(() => void look(), WATCH_MS);
    };
    timer = setTimeout(() => void look(), WATCH_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [id, watching]);
}
