import { choicesIn, openingOf, whoRefers } from "../../lib/lab/choices.ts";
import type { Look } from "../../lib/lab/stage-messages.ts";
import type { Direction } from "../../lib/lab/step-navigation.ts";
import { selectLook } from "./program-pickers.tsx";

const small = "min-h-11 rounded-lg border border-edge px-3 text-sm hover:bg-sunken";

interface ChooserProps {
  readonly look: Look;
  readonly selected: string | null;
  readonly onSelect: (touch: string | null) => void;
  /** Opens an object that is folded or has more rows, or folds one that was opened. */
  readonly onOpen: (chip: number) => void;
  /** False: it changes no more that way. */
  readonly onChange: (direction: Direction) => void;
}

/** Chooses a name or an object without the pointer, says who refers to it, and goes to where it changes. */
export function Chooser({ look, selected, onSelect, onOpen, onChange }: ChooserProps) {
  const { names, objects } = choicesIn(look.drawing);
  const known = [...names, ...objects].some(({ touch }) => touch === selected);
  const opening = selected === null ? null : openingOf(look.drawing, selected);
  const who = selected === null ? "" : whoRefers(look.twin, selected);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select aria-label="Follow a name or an object" className={`${selectLook} w-52`} value={selected ?? ""} onChange={(event) => onSelect(event.target.value === "" ? null : event.target.value)}>
        <option value="">Follow …</option>
        {selected !== null && !known && <option value={selected}>{selected.startsWith("#") ? selected : "a name"}, not in this step</option>}
        {names.length > 0 && <optgroup label="Names">{names.map(({ touch, words }) => <option key={touch} value={touch}>{words}</option>)}</optgroup>}
        {objects.length > 0 && <optgroup label="Objects">{objects.map(({ touch, words }) => <option key={touch} value={touch}>{words}</option>)}</optgroup>}
      </select>
      {opening !== null && <button type="button" className={small} onClick={() => onOpen(opening.chip)}>{opening.word}</button>}
      <button type="button" className={small} onClick={() => onChange(-1)}>Previous change</button>
      <button type="button" className={small} onClick={() => onChange(1)}>Next change</button>
      <p role="status" className="text-sm text-ink-2">{who}</p>
    </div>
  );
}

/** Names and objects that are offered as buttons; the picture has them all. */
const BUTTONS_AT_MOST = 30;

interface PredictionProps {
  readonly look: Look;
  readonly onPredict: (touch: string | null) => void;
  readonly onShow: () => void;
}

/** Asks what the next step will change, before it is shown. The picture can be clicked too. */
export function Prediction({ look, onPredict, onShow }: PredictionProps) {
  const { names, objects } = choicesIn(look.drawing);
  return (
    <fieldset className="grid gap-2 px-4 py-3 sm:px-5">
      <legend className="sr-only">Prediction</legend>
      <p className="font-semibold">What will the next step change? Choose it here or in the picture.</p>
      <div className="flex flex-wrap gap-2">
        {[...names, ...objects].slice(0, BUTTONS_AT_MOST).map(({ touch, words }) => <button key={touch} type="button" className={`${small} bg-surface font-mono`} onClick={() => onPredict(touch)}>{words}</button>)}
        <button type="button" className={`${small} bg-surface`} onClick={() => onPredict(null)}>Nothing of these</button>
        <button type="button" className={`${small} bg-surface`} onClick={onShow}>Show me</button>
      </div>
    </fieldset>
  );
}
