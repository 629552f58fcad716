"use client";
import type { Ref } from "react";
import { KEY_ACTIONS, KEY_WORDS, type KeyAction } from "../../lib/settings/keys.ts";
import type { DeviceSettings } from "../../lib/settings/schema.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

type Row = readonly [keys: readonly string[], deed: string];

const FIXED: readonly Row[] = [[["Space", "Enter"], "Show the answer; then the suggested grade, or Good"]];
const CHORDS: readonly Row[] = [
  [["Ctrl Enter"], "Show the answer from within the field"],
  [["Ctrl Z"], "Take back the last thing done"],
];

const deedOf = (action: KeyAction, drill: boolean): string =>
  action === "flag" ? "Flag the card: then the number of the reason" : action === "skip" && drill ? "Put the card off to the end of the drill" : KEY_WORDS[action];

/** The rows of this browser: single keys only where they are on, under the characters that were chosen. */
function rowsOf({ singleKeys, keys, confidence, aloud, twoGrades }: DeviceSettings, drill: boolean): Row[] {
  if (singleKeys === "off") return [...CHORDS];
  const chosen = KEY_ACTIONS.filter((action) => (action !== "aloud" || aloud === "on") && ((action !== "hard" && action !== "easy") || twoGrades === "off")).map((action): Row => [[keys[action]], deedOf(action, drill)]);
  const sure: Row[] = confidence === "on" ? [[[keys.again, keys.hard, keys.good], "Before the answer: how sure you are"]] : [];
  return [...FIXED, ...sure, ...chosen, ...CHORDS];
}

/** All keys of the review. Opened by `?` and by a button. */
export function HelpDialog({ dialogRef, device, drill = false }: { readonly dialogRef: Ref<HTMLDialogElement>; readonly device: DeviceSettings; readonly drill?: boolean }) {
  return (
    <dialog ref={dialogRef} aria-labelledby="help-title" className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <h2 id="help-title" className="mb-3 text-lg">Keys</h2>
      <table className="w-full border-collapse text-[0.95rem]">
        <tbody>
          {rowsOf(device, drill).map(([keys, deed]) => (
            <tr key={deed} className="border-t border-line">
              <th scope="row" className="whitespace-nowrap py-2 pr-6 text-left font-normal">{keys.map((key) => <Kbd key={key} className="mr-1.5">{key}</Kbd>)}</th>
              <td className="py-2">{deed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4 text-sm text-ink-2">
        {device.singleKeys === "on" ? "Keys without Ctrl can be chosen anew, or switched off, in the " : "Single keys are switched off; they are switched on in the "}
        <a className="prose-link" href="/settings#device">settings</a>. A card graded Again or Hard comes back in the same sitting{drill ? "." : "; the days on the button count from today."}
      </p>
      <form method="dialog" className="mt-5"><Button look="quiet" type="submit">Close</Button></form>
    </dialog>
  );
}
