"use client";
import { useState } from "react";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { ofMoment } from "../../lib/lab/step-navigation.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { LaneLegend, Lanes } from "./lanes.tsx";
import { TwinSectionView } from "./text-twin.tsx";
import { WaitPicture } from "./wait-graph.tsx";

interface TimelineProps {
  readonly run: StageRun;
  readonly look: Look;
  readonly onStep: (step: number) => void;
}

/** Threads, processes and tasks over virtual time; who waits for whom now; and the event loop's queue and timers. */
export function Timeline({ run, look, onStep }: TimelineProps) {
  const [toScale, setToScale] = useState(false);
  const { lanes, program, steps } = run;
  const chart = toScale ? (lanes?.toScale ?? lanes?.byTime) : lanes?.byTime;
  const loops = look.twin.sections.filter(({ id }) => id === "loop");
  return (
    <ScrollBox label="Timeline" className="grid h-[34rem] content-start gap-6 overflow-auto p-4 sm:p-5 print:h-auto">
      {chart != null && (
        <div className="grid gap-3">
          <Lanes chart={chart} at={look.step.clock} gil={program.freeThreaded !== true} onMoment={(at) => onStep(ofMoment(steps, at))} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <LaneLegend />
            {lanes?.toScale != null && (
              <label className="inline-flex min-h-11 items-center gap-2 text-sm"><input type="checkbox" checked={toScale} onChange={(event) => setToScale(event.target.checked)} className="size-4 accent-accent" />Time true to scale</label>
            )}
          </div>
          {chart.isSqueezed && <p className="text-sm text-ink-3">Long waits are drawn shorter than they are.</p>}
        </div>
      )}
      {look.waits !== null && <section className="grid gap-2 overflow-x-auto"><h4 className="text-sm font-semibold">Who waits for whom</h4><WaitPicture graph={look.waits} /></section>}
      {loops.length > 0 && <div className="grid gap-2 text-[0.8125rem]">{loops.map((section) => <TwinSectionView key={section.heading} section={section} />)}</div>}
      {chart == null && look.waits === null && loops.length === 0 && <p className="text-sm text-ink-2">One thread, and nothing that waits at this step.</p>}
    </ScrollBox>
  );
}
