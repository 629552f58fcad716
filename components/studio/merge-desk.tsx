"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { newWords } from "../../lib/studio/diff.ts";
import { type Choice, type MergePiece, mergedText, mergeTexts } from "../../lib/upgrades/merge.ts";
import type { Upgrade } from "../../lib/upgrades/types.ts";
import { Button } from "../ui/button.tsx";
import { send } from "../ui/send.ts";

const FROM = { both: "", mine: "changed here", theirs: "changed in the file" } as const;
const CHOICES: readonly (readonly [Choice, string])[] = [["mine", "Keep the library’s"], ["theirs", "Take the file’s"], ["both", "Take both, the file’s below"]];
/** Lines shown around a change. */
const AROUND = 3;

/** Lines of one side; words that are new against `before` are marked. */
function Lines({ lines, label, before }: { readonly lines: readonly string[]; readonly label: string; readonly before?: readonly string[] }) {
  const text = lines.join("\n");
  const runs = (before === undefined ? [{ text, isNew: false }] : newWords(before.join("\n"), text)).map((run, at) => ({ ...run, key: `run ${at}` }));
  return (
    <div className="grid content-start gap-1">
      <p className="text-sm text-ink-2">{label}</p>
      <pre translate="no" className="rounded-lg bg-sunken p-3 font-mono text-[0.8125rem] leading-[1.7] whitespace-pre-wrap [overflow-wrap:anywhere]">
        {lines.length === 0 ? "(nothing)" : runs.map(({ text: part, isNew, key }) => (isNew ? <mark key={key} className="rounded-sm bg-accent-soft text-ink">{part}</mark> : part))}
      </pre>
    </div>
  );
}

/** A stretch that one side changed, or none: of the latter only its ends are shown. */
function Settled({ piece }: { readonly piece: Extract<MergePiece, { kind: "settled" }> }) {
  const { lines, from } = piece;
  if (from !== "both") return <Lines lines={lines} label={`Taken: ${FROM[from]}`} />;
  const short = lines.length <= 2 * AROUND + 1;
  const text = short ? lines : [...lines.slice(0, AROUND), `… ${lines.length - 2 * AROUND} lines are the same in both …`, ...lines.slice(-AROUND)];
  return <pre translate="no" className="px-3 font-mono text-[0.8125rem] leading-[1.7] text-ink-2 whitespace-pre-wrap [overflow-wrap:anywhere]">{text.join("\n")}</pre>;
}

interface ConflictProps {
  readonly piece: Extract<MergePiece, { kind: "conflict" }>;
  readonly number: number;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function Conflict({ piece, number, choice, onChoose }: ConflictProps) {
  return (
    <fieldset className={`grid gap-3 rounded-xl border p-4 ${choice === undefined ? "border-again" : "border-line"}`}>
      <legend className="px-1 font-semibold">Both sides changed this ({number})</legend>
      <div className="grid gap-3 lg:grid-cols-3">
        <Lines lines={piece.base} label="Before" />
        <Lines lines={piece.mine} label="In the library" before={piece.base} />
        <Lines lines={piece.theirs} label="In the file" before={piece.base} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        {CHOICES.map(([value, word]) => (
          <label key={value} className="flex min-h-12 items-center gap-2.5">
            <input type="radio" name={`conflict-${number}`} checked={choice === value} onChange={() => onChoose(value)} className="size-5 accent-accent" />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Merges the library's text with the file's: what one side changed is taken, what both changed is asked. The result becomes a draft. */
export function MergeDesk({ upgrade }: { readonly upgrade: Upgrade }) {
  const router = useRouter();
  const { cardId, hash, base, mine, theirs, mineRevisionId: revisionId, hasDraft } = upgrade;
  const pieces = useMemo(() => mergeTexts(base ?? "", mine, theirs), [base, mine, theirs]);
  const conflicts = pieces.filter((piece) => piece.kind === "conflict").length;
  const [choices, setChoices] = useState<readonly (Choice | undefined)[]>(() => Array.from({ length: conflicts }, () => undefined));
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const merged = mergedText(pieces, choices);
  const settle = async (text: string | null, then: Route): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await send<object>("POST", "/api/studio/upgrades", { cardId, hash, revisionId, merged: text });
    if (!sent.ok) setTrouble(sent.message);
    else router.push(then);
    setBusy(false);
  };
  const numbered = pieces.map((piece, at) => ({ piece, key: `piece ${at}`, number: pieces.slice(0, at).filter(({ kind }) => kind === "conflict").length }));
  return (
    <div className="grid gap-5">
      <p>{conflicts === 0 ? "The two sides changed different lines, so both changes fit together." : `${conflicts} ${conflicts === 1 ? "place was" : "places were"} changed on both sides: choose what each is to say. The rest fits together.`}</p>
      {base === null && <p className="text-ink-2">This card was written here under the id of the file, so there is no text that both began from.</p>}
      {numbered.map(({ piece, key, number }) =>
        piece.kind === "settled" ? <Settled key={key} piece={piece} /> : <Conflict key={key} piece={piece} number={number + 1} choice={choices[number]} onChoose={(choice) => setChoices(choices.with(number, choice))} />,
      )}
      {hasDraft && <p className="border-l-[3px] border-again py-1 pl-4">Somebody is writing at this card. <Link className="prose-link" href={`/studio/cards/${cardId}`}>Publish or discard that draft</Link> before the two texts are merged.</p>}
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <Button aria-disabled={busy || merged === null || hasDraft} onClick={() => (merged === null ? setTrouble("Choose first what each place is to say.") : void settle(merged, `/studio/cards/${cardId}` as Route))}>Begin a draft with the merged text</Button>
        <Button look="quiet" aria-disabled={busy} onClick={() => void settle(null, "/studio/upgrades")}>Keep the library’s text whole</Button>
      </div>
      <p className="text-sm text-ink-2">The draft is proven, reviewed and published as any other. Either way the file’s change is settled and does not come back until the file changes again.</p>
      <p role="status" className="text-again">{trouble}</p>
    </div>
  );
}
