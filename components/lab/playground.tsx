"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { fragmentOf } from "../../lib/lab/program-link.ts";
import { FREE_THREADED } from "../../lib/cards/versions.ts";
import { turnsText } from "../../lib/lab/shown-text.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ExamplePicker, MachinePicker, machineWords, ModePicker, VersionPicker } from "./program-pickers.tsx";
import { BesidePicker } from "./beside-picker.tsx";
import { RunHistory } from "./run-history.tsx";
import { endingOf, RunOutput } from "./run-output.tsx";
import { marksOf } from "./line-marks-of.ts";
import { RunStage } from "./run-stage.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { type Play, usePlayground } from "./use-playground.ts";
import type { Stepper } from "./use-stepper.ts";

// Loaded by itself: the editor is heavier than the rest of the page. It is drawn in the browser alone.
const PythonEditor = dynamic(() => import("./python-editor.tsx"), { ssr: false, loading: () => <p className="p-4 text-sm text-ink-2">The editor is loading.</p> });

function Toolbar({ play, onShare, author }: { readonly play: Play; readonly onShare: () => void; readonly author: boolean }) {
  const { program } = play;
  return (
    <div className="flex flex-wrap items-center gap-2.5 max-sm:grid max-sm:grid-cols-2 print:hidden">
      <ExamplePicker onPick={play.open} />
      <VersionPicker label="Version" value={program.version} onPick={(version) => play.edit({ version, freeThreaded: FREE_THREADED.includes(version) ? program.freeThreaded : undefined })} />
      <ModePicker value={program.mode} onPick={(mode) => play.edit({ mode })} />
      <MachinePicker program={program} onPick={play.edit} />
      <BesidePicker program={program} value={play.beside} ran={play.shown !== null} onPick={play.setBeside} />
      <div className="flex flex-wrap gap-2.5 max-sm:col-span-2 sm:grow">
        <Button className="min-h-11 min-w-24" onClick={play.run} onPointerEnter={play.stage.warmUp} onFocus={play.stage.warmUp}>Run</Button>
        <Button look="quiet" className="min-h-11" aria-disabled={!play.running} onClick={play.stop}>Stop</Button>
        <Button look="quiet" className="min-h-11 sm:ml-auto" onClick={onShare}>Share</Button>
        {author && <a className="inline-flex min-h-11 items-center rounded-lg border border-edge bg-surface px-5 text-[0.95rem] font-semibold hover:bg-sunken" href={`/studio/new#${fragmentOf({ ...program, step: null })}`}>Make a card of this</a>}
      </div>
    </div>
  );
}

/** How the last run went, in one line. */
function statusOf({ running, trouble, shown, program }: Play): string {
  if (running) return `Running in Python ${program.version}`;
  if (trouble !== "") return trouble;
  if (shown === null) return "";
  const [{ result, steps, cut, program: ran }] = shown.runs;
  const machine = machineWords(ran);
  return `${endingOf(result)}. Python ${ran.version}${machine === "" ? "" : ` (${machine})`}, ${result.steps.toLocaleString("en")} instructions, ${steps.length} steps${cut ? " kept, of more" : ""}.`;
}

/** Write Python, run it, and watch the machine: everything happens in this browser. */
export function Playground({ author }: { readonly author: boolean }) {
  const play = usePlayground();
  const [stepper, setStepper] = useState<Stepper | null>(null);
  const [sharing, setSharing] = useState(false);
  const { shown, program } = play;
  // Of the run that is shown, and of the text that is in the editor.
  const fresh = stepper !== null && !play.changed && shown?.runs === stepper.runs ? stepper : null;
  const look = fresh?.looks[0] ?? null;
  // Two pictures beside each other take the whole width.
  const together = (shown?.runs.length ?? 1) > 1;
  return (
    <div className="grid gap-5">
      <Toolbar play={play} author={author} onShare={() => setSharing(true)} />
      {turnsText(program.source) && <p className="border-l-[3px] border-again py-1 pl-4 text-sm">This program has characters that turn the direction of text. They are shown as red dots in the editor; what runs is not the order that you see.</p>}
      <div className={`grid items-start gap-5 ${together ? "" : "lg:grid-cols-[minmax(0,0.72fr)_minmax(0,1.28fr)]"}`}>
        <section aria-label="Program" className="grid min-w-0 grid-cols-[minmax(0,1fr)] overflow-hidden rounded-xl border border-line bg-surface">
          <div className={`h-[22rem] max-sm:h-64 print:h-auto ${together ? "lg:h-[15rem]" : "lg:h-[26rem]"}`}>
            <PythonEditor label="Program" source={program.source} marks={marksOf(look)} onChange={(source) => play.edit({ source })} onRun={play.run} onLine={(line) => fresh?.toLine(line)} />
          </div>
          <p role="status" className={`min-h-11 border-t border-line px-4 py-2.5 text-sm ${play.trouble === "" ? "text-ink-2" : "font-medium text-again"}`}>{statusOf(play)}</p>
          {shown !== null && <RunOutput result={shown.runs[0].result} until={look?.step.output ?? null} />}
          <p className="border-t border-line px-4 py-2 text-sm text-ink-3 print:hidden">Ctrl+Enter runs it. Tab leaves the editor; a click beside a line goes to when it runs.</p>
        </section>
        <div className="grid min-h-[34rem] min-w-0 content-start gap-3">
          {play.changed && shown !== null && <p className="flex flex-wrap items-center gap-3 border-l-[3px] border-accent py-1 pl-4 text-sm print:hidden">The program is another one than that whose run is shown here. <button type="button" className="min-h-11 font-semibold text-accent underline underline-offset-4" onClick={play.run}>Run it again</button></p>}
          {shown !== null && <div className={play.changed ? "opacity-60" : undefined}><RunStage key={shown.number} stage={play.stage} runs={shown.runs} start={shown.start} onStep={setStepper} /></div>}
        </div>
      </div>
      <div className="print:hidden">
        <Disclosure label="Runs on this device" className="font-semibold"><RunHistory runs={play.history} onOpen={play.open} onForget={play.forget} /></Disclosure>
      </div>
      {sharing && <ShareDialog program={program} step={fresh?.at ?? null} onClose={() => setSharing(false)} />}
    </div>
  );
}
