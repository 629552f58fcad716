import type { ReactNode } from "react";
import { Disclosure } from "../ui/disclosure.tsx";
import { Slot } from "./picture-row.tsx";
import { SIGNS } from "./step-controls.tsx";

const [WIDTH, HEIGHT] = [84, 30];
const box = { x: 3, y: 4, width: WIDTH - 6, height: HEIGHT - 8, rx: 8 };

const arrow = (look: string, head: ReactNode) => <g className={`lab-arrow ${look}`}><path d={`M8 15H${WIDTH - 6}`} />{head}</g>;
const full = <path d={`M${WIDTH - 4} 15l-8 -4.5v9z`} className="lab-head" />;
const open = <path d={`M${WIDTH - 12} 10.5L${WIDTH - 4} 15L${WIDTH - 12} 19.5`} className="lab-head-open" />;
const sign = (text: string) => <text x={WIDTH / 2} y="20" textAnchor="middle" className="lab-frame-sign">{text}</text>;
const words = (text: string) => <text x={WIDTH / 2} y="19" textAnchor="middle" className="lab-inline">{text}</text>;

/** Each shape of the picture, and what it means. */
const SHAPES: readonly (readonly [shape: ReactNode, means: string])[] = [
  [<rect key="frame" {...box} className="lab-frame lab-frame-running" />, "a frame: a call that goes on, with its names; the thick one runs"],
  [<rect key="object" {...box} className="lab-object" />, "an object, with its number, which never changes and is its identity"],
  [<g key="shared"><rect {...box} className="lab-object lab-shared" /><rect x="6" y="7" width={WIDTH - 12} height={HEIGHT - 14} rx="6" className="lab-inner" /></g>, "exists once for all who ask for its value: a cached small int, an interned string"],
  [<rect key="cell" {...box} rx="11" className="lab-object lab-cell" />, "a cell: a variable that functions share"],
  [<rect key="generator" {...box} className="lab-object lab-generator" />, "a generator or coroutine; while it is suspended its own frame is in it"],
  [<rect key="garbage" {...box} className="lab-garbage" />, "unreachable: only other garbage refers to it"],
  [<rect key="freed" {...box} className="lab-freed" />, "freed: the place stays empty until it is needed"],
  [<g key="slots"><Slot held={{ kind: "unbound" }} x={WIDTH - 12} y={15} byChips={false} cell={null} /></g>, "a slot without a value yet"],
  [<g key="deleted"><Slot held={{ kind: "deleted" }} x={WIDTH - 12} y={15} byChips={false} cell={null} /></g>, "a slot whose value was deleted"],
  [arrow("", full), "a reference, which the object counts"],
  [arrow("lab-weak", open), "a weak reference, which it does not count"],
  [arrow("lab-awaits", full), "goes on when that is done"],
  [words("rc 2"), "how many references there are; rc ∞ is immortal"],
  [words("rc 2 + 1"), "without the GIL: what the thread that owns the object counts, and what all others share"],
  [words("▸ list #7"), "has no box, as nobody else refers to it; a click opens it"],
  [sign("▷  ⊘"), "runs next; cannot go on, as its thread waits"],
  [sign("⏸  ↩  ✱"), "suspended; gives back its value; an exception leaves it"],
];

/** How the picture is read. */
export function PictureLegend() {
  return (
    <Disclosure label="How to read it">
      <ul className="grid gap-x-6 gap-y-1 pb-3 text-sm text-ink-2 sm:grid-cols-2">
        {SHAPES.map(([shape, means]) => (
          <li key={means} className="grid grid-cols-[5.25rem_minmax(0,1fr)] items-center gap-3"><svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} className="lab-sample" aria-hidden="true">{shape}</svg>{means}</li>
        ))}
      </ul>
      <p className="pb-3 text-sm text-ink-2">Below the slider: {Object.values(SIGNS).map(([sign, says]) => `${sign} ${says}`).join(", ")}.</p>
    </Disclosure>
  );
}
