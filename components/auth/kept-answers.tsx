"use client";
import { useEffect, useState } from "react";
import { keptEvents, VISITOR } from "../review/local-log.ts";

/** Says how many answers on this device the account will get. Keeps its place while it is not known. */
export function KeptAnswers() {
  const [kept, setKept] = useState(0);
  useEffect(() => {
    const events = keptEvents(VISITOR);
    const undone = new Set(events.flatMap((event) => (event.kind === "undo" ? [event.undoes] : [])));
    setKept(events.filter((event) => event.kind !== "undo" && !undone.has(event.id)).length);
  }, []);
  return <p className="min-h-6 text-ink-2">{kept > 0 && `${kept} ${kept === 1 ? "answer" : "answers"} on this device will be kept.`}</p>;
}
