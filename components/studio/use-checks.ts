"use client";
import { useEffect, useState } from "react";
import { KILL_AFTER_MS, LOAD_WITHIN_MS } from "../../lib/lab/messages.ts";
import { watchWorker } from "../../lib/lab/watched-worker.ts";
import { Checker, type Checks, NO_CHECKS } from "./checker.ts";

/** A new text ends the run of the old one: its worker is ended too, which stops a program that goes on. */
function openChecker(listener: (checks: Checks) => void): Checker {
  const patience = { loadMs: LOAD_WITHIN_MS, answerMs: KILL_AFTER_MS };
  return new Checker(
    {
      reader: watchWorker(() => new Worker(new URL("../../lib/studio/reader-worker.ts", import.meta.url), { type: "module" }), patience),
      judge: watchWorker(() => new Worker(new URL("../../lib/lab/judge-worker.ts", import.meta.url), { type: "module" }), patience),
    },
    KILL_AFTER_MS / 1_000,
    listener,
  );
}

/** Checks the text beside the page, each time it has changed. */
export function useChecks(text: string): Checks {
  const [checks, setChecks] = useState<Checks>(NO_CHECKS);
  const [checker, setChecker] = useState<Checker | null>(null);
  useEffect(() => {
    const opened = openChecker(setChecks);
    setChecker(opened);
    return () => opened.dispose();
  }, []);
  useEffect(() => checker?.check(text), [checker, text]);
  return checks;
}
