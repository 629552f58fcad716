import type { Mode } from "../../lib/cards/fence.ts";
import { FREE_THREADED, type Version, VERSIONS } from "../../lib/cards/versions.ts";
import { EXAMPLES, type Example } from "../../lib/lab/examples.ts";
import { CORES, type StageProgram } from "../../lib/lab/stage-messages.ts";

export const MODE_WORDS: Record<Mode, string> = { script: "script", repl: "at the prompt" };

export const selectLook = "min-h-11 max-w-full rounded-lg border border-edge bg-surface px-3 text-[0.9rem] text-ink";

const topics = [...new Set(EXAMPLES.map(({ topic }) => topic))];

/** Worked examples by topic. Choosing one puts it into the editor. */
export function ExamplePicker({ onPick }: { readonly onPick: (example: Example) => void }) {
  return (
    <select aria-label="Example" className={`${selectLook} min-w-0 basis-44 max-sm:grow`} value="" onChange={(event) => {
      const found = EXAMPLES.find(({ id }) => id === event.target.value);
      if (found !== undefined) onPick(found);
    }}>
      <option value="">Examples …</option>
      {topics.map((topic) => (
        <optgroup key={topic} label={topic}>
          {EXAMPLES.filter((one) => one.topic === topic).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        </optgroup>
      ))}
    </select>
  );
}

export function VersionPicker({ label, value, onPick }: { readonly label: string; readonly value: Version; readonly onPick: (version: Version) => void }) {
  return (
    <select aria-label={label} className={`${selectLook} font-mono`} value={value} onChange={(event) => {
      const found = VERSIONS.find((one) => one === event.target.value);
      if (found !== undefined) onPick(found);
    }}>
      {VERSIONS.map((one) => <option key={one} value={one}>Python {one}</option>)}
    </select>
  );
}

/** Whether the program is one compile unit, or each statement its own as at the prompt. */
export function ModePicker({ value, onPick }: { readonly value: Mode; readonly onPick: (mode: Mode) => void }) {
  return (
    <select aria-label="Mode" className={`${selectLook} sm:max-w-44`} value={value} onChange={(event) => onPick(event.target.value === "repl" ? "repl" : "script")}>
      <option value="script">as a script</option>
      <option value="repl">at the prompt, line by line</option>
    </select>
  );
}

/** Cores where nothing else is chosen. */
const USUAL_CORES = 4;

type MachineChoice = Pick<StageProgram, "freeThreaded" | "cores">;

const wordOfMachine = ({ freeThreaded, cores }: MachineChoice): string => `${freeThreaded ? "free" : "gil"} ${cores ?? USUAL_CORES}`;

function machineOf(word: string): MachineChoice {
  const [build, cores] = word.split(" ");
  const number = CORES.find((one) => String(one) === cores && one !== USUAL_CORES);
  return { freeThreaded: build === "free" ? true : undefined, cores: number };
}

const coresText = (cores: number): string => `${cores} ${cores === 1 ? "core" : "cores"}`;

/** The build in words, where it is not the usual one: `free-threaded, 2 cores`. */
export function machineWords({ freeThreaded, cores }: MachineChoice): string {
  return [...(freeThreaded ? ["free-threaded"] : []), ...(cores === undefined ? [] : [coresText(cores)])].join(", ");
}

/** With or without the GIL, and on how many virtual cores: what matters to programs with threads or processes. */
export function MachinePicker({ program, onPick }: { readonly program: StageProgram; readonly onPick: (machine: MachineChoice) => void }) {
  const optionOf = (build: "gil" | "free") => (cores: number) => <option key={cores} value={`${build} ${cores}`}>{build === "gil" ? "GIL" : "no GIL"}, {coresText(cores)}</option>;
  return (
    <select aria-label="Machine" className={selectLook} value={wordOfMachine(program)} onChange={(event) => onPick(machineOf(event.target.value))}>
      <optgroup label="The usual build">{CORES.map(optionOf("gil"))}</optgroup>
      {FREE_THREADED.includes(program.version) && <optgroup label="Free-threaded (PEP 703)">{CORES.map(optionOf("free"))}</optgroup>}
    </select>
  );
}
