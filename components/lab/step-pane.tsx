"use client";
import { type Ref, useDeferredValue, useEffect, useRef, useState } from "react";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { Bytecode } from "./bytecode.tsx";
import { type Part, Picture } from "./picture.tsx";
import { TextTwin } from "./text-twin.tsx";
import { Timeline } from "./timeline.tsx";
import { Segments } from "./segments.tsx";
import { useNarrow } from "./use-narrow.ts";

/** How a step is shown. */
export type View = "picture" | "timeline" | "text" | "bytecode";

interface StepPaneProps {
  readonly run: StageRun;
  readonly look: Look | null;
  readonly view: View;
  readonly onStep: (step: number) => void;
  readonly selected: string | null;
  readonly onSelect: (touch: string | null) => void;
  readonly pictureRef?: Ref<SVGSVGElement> | undefined;
}

/** A picture wider than this is scrolled and not made smaller, so that it can be read. */
const SHRINK_UP_TO = 980;

function PicturePane({ look, selected, onSelect, pictureRef }: Pick<StepPaneProps, "selected" | "onSelect" | "pictureRef"> & { readonly look: Look }) {
  const narrow = useNarrow();
  const [part, setPart] = useState<Exclude<Part, "all">>("frames");
  const { drawing, twin } = look;
  const box = useRef<HTMLDivElement>(null);
  // On a small screen what is chosen among the frames is shown among the objects.
  const choose = (touch: string | null): void => {
    onSelect(touch);
    if (narrow && part === "frames" && touch !== null) setPart("heap");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight when it is chosen, not at every step
  useEffect(() => {
    if (narrow && part === "heap") box.current?.querySelector(".lab-ring")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [narrow, part, selected]);
  const paths = twin.sections.find(({ id }) => id === "look-up")?.blocks[0];
  const wide = drawing.width > SHRINK_UP_TO;
  return (
    <div className="grid gap-2 p-2 sm:p-3">
      {narrow && <Segments label="Part of the picture" value={part} options={[["frames", "Frames"], ["heap", "Objects"]]} onPick={setPart} />}
      <div ref={box} className={`overflow-x-auto focus-visible:-outline-offset-2 ${wide || narrow ? "[&>svg]:max-w-none" : ""}`} tabIndex={wide || narrow ? 0 : undefined}>
        <Picture ref={pictureRef} drawing={drawing} part={narrow ? part : "all"} selected={selected} onSelect={choose} />
      </div>
      {paths?.kind === "list" && <ul aria-hidden="true" className="grid gap-1 px-2 font-mono text-xs text-ink-2">{paths.items.map((item) => <li key={item}>{item}</li>)}</ul>}
    </div>
  );
}

/** One step: the picture, its text form, or the instructions. The text form is there for screen readers whatever is shown. */
export function StepPane({ run, look, view, onStep, ...picture }: StepPaneProps) {
  // The words may come a moment after the picture, which must keep up with the slider.
  const calm = useDeferredValue(look);
  return (
    <div className="min-h-96 border-t border-line">
      {look !== null && view === "picture" && <PicturePane look={look} {...picture} />}
      {look !== null && view === "timeline" && <Timeline run={run} look={look} onStep={onStep} />}
      {look !== null && view === "bytecode" && (look.code === null ? <p className="p-4 text-sm text-ink-2">No frame runs at this step.</p> : <Bytecode code={look.code} current={look.current} />)}
      {calm !== null && <TextTwin twin={calm.twin} shown={view === "text"} />}
    </div>
  );
}
