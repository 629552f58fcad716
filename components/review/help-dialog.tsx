"use client";
import type { Ref } from "react";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

const KEYS: readonly (readonly [keys: readonly string[], deed: string])[] = [
  [["Space", "Enter"], "Show the answer; then the suggested grade, or Good"],
  [["1"], "Again"],
  [["2"], "Hard"],
  [["3"], "Good"],
  [["4"], "Easy"],
  [["u"], "Take back the last grade"],
  [["f"], "Flag an error in the card"],
  [["?"], "This list"],
];
const CHORDS: typeof KEYS = [
  [["Ctrl Enter"], "Show the answer from within the field"],
  [["Ctrl Z"], "Take back the last grade"],
];

function Rows({ rows }: { readonly rows: typeof KEYS }) {
  return rows.map(([keys, deed]) => (
    <tr key={deed + keys.join()} className="border-t border-line">
      <th scope="row" className="whitespace-nowrap py-2 pr-6 text-left font-normal">{keys.map((key) => <Kbd key={key} className="mr-1.5">{key}</Kbd>)}</th>
      <td className="py-2">{deed}</td>
    </tr>
  ));
}

/** All keys of the review. Opened by `?` and by a button. */
export function HelpDialog({ dialogRef, singleKeys }: { readonly dialogRef: Ref<HTMLDialogElement>; readonly singleKeys: boolean }) {
  return (
    <dialog ref={dialogRef} aria-labelledby="help-title" className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl border border-edge bg-surface p-6 text-ink backdrop:bg-[rgb(0_0_0/0.4)]">
      <h2 id="help-title" className="mb-3 text-lg">Keys</h2>
      <table className="w-full border-collapse text-[0.95rem]"><tbody>{singleKeys && <Rows rows={KEYS} />}<Rows rows={CHORDS} /></tbody></table>
      <p className="mt-4 text-sm text-ink-2">{singleKeys ? "Keys without Ctrl can be switched off in the settings." : "Single keys are switched off; the settings switch them on."} A card graded Again or Hard comes back in the same sitting; the days on the button count from today.</p>
      <form method="dialog" className="mt-5"><Button look="quiet" type="submit">Close</Button></form>
    </dialog>
  );
}
