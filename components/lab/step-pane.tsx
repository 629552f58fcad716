"use client";
import { type Ref, useDeferredValue, useEffect, useState } from "react";
import type { Drawing } from "../../lib/lab/drawing/drawing.ts";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { Bytecode } from "./bytecode.tsx";
import { ObjectTable } from "./object-table.tsx";
import { CodeLines } from "./code-lines.tsx";
import { marksOf } from "./line-marks-of.ts";
import { chipOf, type Part, Picture } from "./picture.tsx";
import { TextTwin } from "./text-twin.tsx";
import { Timeline } from "./timeline.tsx";
import { Segments } from "./segments.tsx";
import { useNarrow } from "./use-narrow.ts";
import { useScrolls } from "./use-scrolls.ts";

/** How a step is shown. */
export type View = "picture" | "timeline" | "text" | "bytecode";

interface StepPaneProps {
  readonly run: StageRun;
  readonly look: Look | null;
  readonly view: View;
  readonly onStep: (step: number) => void;
  /** To when a line runs next. */
  readonly onLine: (line: number) => void;
  /** Objects in a table in place of boxes; null: where there are too many. */
  readonly asTable: boolean | null;
  readonly selected: string | null;
  readonly onSelect: (touch: string | null) => void;
  readonly onOpen: (chip: number) => void;
  readonly pictureRef?: Ref<SVGSVGElement> | undefined;
  readonly wordsRef?: Ref<HTMLElement> | undefined;
}

/** Whether the objects of a picture stand in a table. */
export const isTable = (asTable: boolean | null, drawing: Drawing | null | undefined): boolean => asTable ?? drawing?.isCrowded ?? false;

/** A picture is made so much smaller at most; then it is scrolled, so that it can be read. */
const SMALLEST = 0.78;

type PicturePaneProps = Pick<StepPaneProps, "asTable" | "selected" | "onSelect" | "onOpen" | "onLine" | "pictureRef"> & { readonly look: Look; readonly notes: number; readonly source: string };

function PicturePane({ look, notes, source, asTable, selected, onSelect, onOpen, onLine, pictureRef }: PicturePaneProps) {
  const narrow = useNarrow();
  const [part, setPart] = useState<Exclude<Part, "all"> | "code">("frames");
  const { drawing, twin } = look;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const scrolls = useScrolls(box);
  // On a small screen what is chosen among the frames is shown among the objects.
  const choose = (touch: string | null): void => {
    onSelect(touch);
    if (narrow && part === "frames" && touch !== null) setPart("heap");
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight when it is chosen, not at every step
  useEffect(() => {
    if (narrow && part === "heap") box?.querySelector(".lab-ring")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [narrow, part, selected]);
  const said = twin.sections.flatMap(({ id, blocks: [block] }) => ((id === "identity" || id === "look-up") && block?.kind === "list" ? block.items : []));
  const table = isTable(asTable, drawing);
  const shown = table ? "frames" : "all";
  return (
    <div className="grid gap-2 p-2 sm:p-3">
      {narrow && <Segments label="Part of the picture" value={part} options={[["code", "Code"], ["frames", "Frames"], ["heap", "Objects"]]} onPick={setPart} />}
      {narrow && part === "code" ? <CodeLines source={source} {...marksOf(look)} onLine={onLine} /> : <div className={table && !narrow ? "grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2" : "contents"}>
      {(!table || !narrow || part === "frames") && <div ref={setBox} className={`overflow-x-auto focus-visible:-outline-offset-2 ${narrow || table ? "[&>svg]:max-w-none" : ""}`} tabIndex={scrolls ? 0 : undefined}>
        <Picture ref={pictureRef} drawing={table ? { ...drawing, byChips: true, arrows: [] } : drawing} part={narrow && part !== "code" ? part : shown} selected={selected} smallest={narrow ? 1 : SMALLEST} onSelect={choose} onOpen={onOpen} />
      </div>}
      {table && (!narrow || part === "heap") && <ObjectTable twin={twin} drawing={drawing} chip={chipOf(selected, drawing)} />}
      </div>}
      {/* Room for as many lines as any step has, on a small screen for two of each: nothing moves when a step is taken. */}
      {notes > 0 && <ul aria-hidden="true" style={{ height: `${notes * (narrow ? 2.5 : 1.25)}rem` }} className="grid content-start overflow-y-auto px-2 font-mono text-xs leading-5 text-ink-2">{said.map((item) => <li key={item}>{item}</li>)}</ul>}
    </div>
  );
}

/** One step: the picture, its text form, or the instructions. The text form is there for screen readers whatever is shown. */
export function StepPane({ run, look, view, onStep, wordsRef, ...picture }: StepPaneProps) {
  // The words may come a moment after the picture, which must keep up with the slider.
  const calm = useDeferredValue(look);
  return (
    <div className="min-h-96 border-t border-line">
      {look !== null && view === "picture" && <PicturePane look={look} notes={run.notes} source={run.program.source} {...picture} />}
      {look !== null && view === "timeline" && <Timeline run={run} look={look} onStep={onStep} />}
      {look !== null && view === "bytecode" && (look.code === null ? <p className="h-[34rem] p-4 text-sm text-ink-2 print:h-auto">No frame runs at this step.</p> : <Bytecode code={look.code} current={look.current} />)}
      {calm !== null && <TextTwin ref={wordsRef} twin={calm.twin} shown={view === "text"} />}
    </div>
  );
}
