import type { Drawing } from "./drawing/drawing.ts";
import type { Twin } from "./picture/twin.ts";
import { touchOf } from "./stage-messages.ts";

/** Something in a picture that can be chosen. */
export interface Choice {
  /** As `touchOf` names it. */
  readonly touch: string;
  readonly words: string;
}

/** All that can be chosen in a picture: the names of its frames, then its objects, those too that stand in a row of their owner. */
export function choicesIn({ frames, objects }: Drawing): { readonly names: readonly Choice[]; readonly objects: readonly Choice[] } {
  return {
    names: frames.flatMap(({ title, kind, rows }) => rows.flatMap(({ touch, label }) => (touch === null ? [] : [{ touch, words: kind === "module" ? label : `${label} in ${title}` }]))),
    objects: objects.filter(({ state }) => state !== "freed").flatMap(({ chip, type, lines, isValue, rows }) => [
      { touch: touchOf.object(chip), words: `${type} #${chip}${isValue ? `: ${lines[0] ?? ""}` : ""}` },
      ...rows.flatMap(({ held, label }) => (held.kind === "folded" ? [{ touch: touchOf.object(held.to), words: `${held.text} #${held.to}, ${label} of #${chip}` }] : [])),
    ]),
  };
}

/** What can be opened or folded about a chosen object; null where there is nothing. */
export function openingOf({ objects }: Drawing, touch: string): { readonly chip: number; readonly word: "Open it" | "Fold it" } | null {
  const box = objects.find(({ chip }) => touchOf.object(chip) === touch);
  if (box?.isOpened) return { chip: box.chip, word: "Fold it" };
  const opens = objects.flatMap(({ rows }) => rows).find((row) => row.opens !== null && touchOf.object(row.opens) === touch)?.opens;
  return opens == null ? null : { chip: opens, word: "Open it" };
}

/** Who refers to an object, from the text form of the step: `2 references: name a, name b`. Empty for what is not an object. */
export function whoRefers({ sections }: Twin, touch: string): string {
  const table = sections.find(({ id }) => id === "objects")?.blocks.find((block) => block.kind === "table");
  const row = table?.kind === "table" ? table.rows.find(([chip]) => chip === touch) : undefined;
  if (row === undefined) return "";
  const [, , , count = "", who = ""] = row;
  // Without the GIL the count is followed by its two parts.
  const [, number = count, parts = ""] = /^(\d+): (.*)$/.exec(count) ?? [];
  return `${count === "immortal" ? "Immortal, not counted" : `${number} ${number === "1" ? "reference" : "references"}${parts === "" ? "" : ` (${parts})`}`}${who === "" ? "" : `: ${who}`}`;
}

/** Whether a prediction of what a step changes came true. `null` stands for "nothing". */
export function verdictOn(predicted: string | null, touched: readonly string[], choices: readonly Choice[]): string {
  const named = touched.flatMap((touch) => choices.find((choice) => choice.touch === touch)?.words ?? []);
  const shown = touched.filter((touch) => choices.some((choice) => choice.touch === touch));
  const changed = touched.length === 0 ? "Nothing changed that is in the picture." : named.length === 0 ? "Only what was not there before changed." : `Changed: ${named.join(", ")}.`;
  const right = predicted === null ? shown.length === 0 : touched.includes(predicted);
  return `${right ? "Yes." : "Not that."} ${changed}`;
}
