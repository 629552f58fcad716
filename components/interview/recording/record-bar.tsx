"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { record, type Recorder } from "./recorder.ts";

/** How often the level is drawn, in ms. */
const METER_MS = 100;

type State = "off" | "asked" | "on";

/**
 * Offers to record the answers. Nothing is asked of the browser before the click, and nothing leaves it. `position` is that of the
 * prompt being answered, null between two: each answer is a recording of its own.
 */
export function RecordBar({ interviewId, position }: { readonly interviewId: string; readonly position: number | null }) {
  const [state, setState] = useState<State>("off");
  const [problem, setProblem] = useState("");
  const [running, setRunning] = useState(false);
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    if (state !== "on" || position === null) return;
    let over = false;
    let current: Recorder | null = null;
    const failed = (why: string): void => {
      setProblem(why);
      setRunning(false);
      setState("off");
    };
    const begun = record({ id: crypto.randomUUID(), interviewId, position, startedAt: Date.now() }, () => Date.now(), failed).then((recorder) => {
      if (over) return recorder?.stop();
      current = recorder;
      setRunning(recorder !== null);
      return undefined;
    });
    const timer = setInterval(() => {
      if (meter.current !== null && current !== null) meter.current.value = current.level();
    }, METER_MS);
    return () => {
      over = true;
      clearInterval(timer);
      setRunning(false);
      void begun.then(() => current?.stop());
    };
  }, [state, position, interviewId]);
  const begin = (): void => {
    setProblem("");
    setState("on");
  };
  return (
    <section aria-label="Recording" className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line px-4 py-2 text-sm ${state === "on" ? "sticky bottom-2 bg-surface" : ""}`}>
      {state === "off" && <><span className="text-ink-2">Not recorded.</span><Button look="quiet" onClick={() => setState("asked")}>Record my answers</Button></>}
      {state === "asked" && (
        <>
          <span className="max-w-prose">Your voice is kept in this browser alone, a second at a time, and deleted after 7 days. It is never sent anywhere; Heapwise has no place to send it to. The browser will ask for the microphone.</span>
          <Button look="quiet" onClick={begin}>Record</Button>
          <Button look="quiet" onClick={() => setState("off")}>Leave it</Button>
        </>
      )}
      {state === "on" && (
        <>
          <span role="status" className="font-semibold">{running ? "Recording" : position === null ? "Recording goes on with the next prompt" : "Waiting for the microphone"}</span>
          <span>stays on this device</span>
          {running && <meter ref={meter} min={0} max={1} aria-label="Level of the microphone" className="w-24" />}
          <Button look="quiet" onClick={() => setState("off")}>Stop recording</Button>
        </>
      )}
      <span role="status" className={problem === "" ? "sr-only" : "basis-full border-l-[3px] border-again pl-3"}>{problem}</span>
    </section>
  );
}
