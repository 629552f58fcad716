"use client";
import { useEffect, useRef } from "react";

/** The interviewer judges: nothing is to be done. */
export function WaitTurn() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="grid gap-3 py-6" aria-labelledby="waiting">
      <h1 id="waiting" ref={heading} tabIndex={-1} className="text-2xl sm:text-3xl">Your answer is with your interviewer</h1>
      <p className="text-ink-2">They judge it, or ask on. This page goes on by itself. The model answer stands in the report.</p>
    </section>
  );
}
