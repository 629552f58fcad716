"use client";
import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { animationOf, type DrawnStep, stripOf } from "../../lib/lab/animated-svg.ts";
import type { DrawingOptions } from "../../lib/lab/drawing/drawing.ts";
import type { Stage } from "../../lib/lab/stage-client.ts";
import type { StageRun } from "../../lib/lab/stage-messages.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { Picture } from "./picture.tsx";
import { groundOf, inkOf, pngOf, save, sizeOf, standalone, textOf } from "./svg-export.ts";

interface StageExportProps {
  readonly stage: Stage;
  readonly run: StageRun;
  readonly at: number;
  readonly options: DrawingOptions;
  readonly picture: RefObject<SVGSVGElement | null>;
}

/** Steps of a strip or an animation at most. */
const STEPS_AT_MOST = 60;
const item = "min-h-11 rounded-lg border border-edge px-3 text-sm hover:bg-sunken";
const ignore = (): void => undefined;

/** Draws the first steps of a run outside the page's sight, one after another, with the page's own look. */
async function drawSteps({ stage, run, options }: StageExportProps, place: HTMLElement, tell: (said: string) => void): Promise<DrawnStep[] | null> {
  const steps: DrawnStep[] = [];
  const root = createRoot(place);
  try {
    const count = Math.min(run.steps.length, STEPS_AT_MOST);
    for (let step = 0; step < count; step += 1) {
      const answer = await stage.ask({ kind: "look", step, instruction: null, options });
      const look = answer?.kind === "looked" ? answer.looks[0] : undefined;
      if (look === undefined) return null;
      flushSync(() => root.render(<Picture drawing={look.drawing} part="all" selected={null} onSelect={ignore} onOpen={ignore} />));
      const svg = place.querySelector("svg");
      if (svg === null) return null;
      steps.push({ svg: textOf(standalone(svg)), ...sizeOf(svg), caption: (run.steps[step]?.sentence ?? "").replaceAll("`", "") });
      tell(`Drawing step ${step + 1} of ${count}`);
    }
    return steps;
  } finally {
    root.unmount();
  }
}

/** Files of what is shown: this step, or the whole run. */
export function StageExport(props: StageExportProps) {
  const { run, at, picture } = props;
  const [said, say] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const name = `python-${run.program.version}-step-${at + 1}`;
  const step = async (kind: "svg" | "png"): Promise<void> => {
    const svg = picture.current;
    if (svg === null) return say("Show the picture first.");
    const text = textOf(standalone(svg));
    const blob = kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await pngOf(text, sizeOf(svg));
    if (blob === null) return say("This browser could not draw the bitmap; the SVG has the same picture.");
    save(blob, `${name}.${kind}`);
    say("Saved.");
  };
  const whole = async (kind: "strip" | "animation"): Promise<void> => {
    if (place.current === null) return;
    const box = document.createElement("div");
    place.current.append(box);
    const steps = await drawSteps(props, box, say);
    box.remove();
    if (steps === null) return say("Another step was asked for meanwhile. Try again.");
    const ground = { paper: groundOf(place.current), ink: inkOf(place.current) };
    save(new Blob([kind === "strip" ? stripOf(steps, ground) : animationOf(steps, ground)], { type: "image/svg+xml" }), `python-${run.program.version}-${kind}.svg`);
    say(run.steps.length > STEPS_AT_MOST ? `Saved, the first ${STEPS_AT_MOST} steps.` : "Saved.");
  };
  return (
    <Disclosure label="Save the picture">
      <div className="flex flex-wrap items-center gap-2 pb-2 text-sm">
        <button type="button" className={item} onClick={() => void step("svg")}>This step, SVG</button>
        <button type="button" className={item} onClick={() => void step("png")}>This step, PNG</button>
        <button type="button" className={item} onClick={() => void whole("strip")}>The run as a strip</button>
        <button type="button" className={item} onClick={() => void whole("animation")}>The run as a moving SVG</button>
        <p role="status" className="text-ink-2">{said}</p>
      </div>
      <div ref={place} aria-hidden="true" className="sr-only" />
    </Disclosure>
  );
}
