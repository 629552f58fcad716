import { FREE_THREADED, VERSIONS } from "../../lib/cards/versions.ts";
import type { StageProgram } from "../../lib/lab/stage-messages.ts";
import { MODE_WORDS, selectLook } from "./program-pickers.tsx";
import type { Beside } from "./use-playground.ts";

interface BesidePickerProps {
  readonly program: StageProgram;
  readonly value: Beside;
  /** Something has run, so that an edit can be compared with it. */
  readonly ran: boolean;
  readonly onPick: (beside: Beside) => void;
}

const wordOf = (beside: Beside): string => (beside.kind === "version" ? beside.version : beside.kind);

function besideOf(word: string): Beside {
  const version = VERSIONS.find((one) => one === word);
  if (version !== undefined) return { kind: "version", version };
  return word === "mode" || word === "before" || word === "build" ? { kind: word } : { kind: "nothing" };
}

/** What the next run is shown beside: another version, the other mode, or the run before the edit. */
export function BesidePicker({ program, value, ran, onPick }: BesidePickerProps) {
  return (
    <select aria-label="Beside it" className={`${selectLook} sm:max-w-40`} value={wordOf(value)} onChange={(event) => onPick(besideOf(event.target.value))}>
      <option value="nothing">one run</option>
      <optgroup label="Side by side with">
        {VERSIONS.filter((version) => version !== program.version).map((version) => <option key={version} value={version}>Python {version}</option>)}
        <option value="mode">{program.mode === "repl" ? "the same as a script" : `the same ${MODE_WORDS.repl}`}</option>
        {FREE_THREADED.includes(program.version) && <option value="build">{program.freeThreaded ? "the same with the GIL" : "the same without the GIL"}</option>}
        {(ran || value.kind === "before") && <option value="before">what ran last (what if …)</option>}
      </optgroup>
    </select>
  );
}
