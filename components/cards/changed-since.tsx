import type { CardChange } from "../../lib/edits/changes.ts";

const SIGNS = { removed: "−", added: "+" } as const;
const WORDS = { removed: "before: ", added: "now: " } as const;

/** Says that a card was reworded or corrected since the learner answered it. Before the answer is shown only that; with it, what changed. */
export function ChangedSince({ change, revealed }: { readonly change: CardChange; readonly revealed: boolean }) {
  const corrected = change.kind === "corrected";
  const lines = change.lines.map(({ kind, text }, at) => ({ key: `${at} ${text}`, kind: kind === "removed" ? kind : "added", text } as const));
  return (
    <aside aria-label="Changed since you learnt it" className="grid gap-2">
      <p><span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm">{corrected ? "corrected since you learnt it" : "reworded"}</span></p>
      {revealed && change.said !== "" && <p>{change.said}</p>}
      {revealed && corrected && lines.length > 0 && (
        <details className="rounded-xl border border-line bg-surface" open={change.said === ""}>
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-medium">What changed in the text</summary>
          <ul className="grid gap-0.5 border-t border-line px-4 py-3 text-[0.9375rem]">
            {lines.map(({ key, kind, text }) => (
              <li key={key} className={`flex gap-3 ${kind === "removed" ? "text-again" : ""}`}>
                <span aria-hidden="true" className="font-mono select-none">{SIGNS[kind]}</span>
                <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]"><span className="sr-only">{WORDS[kind]}</span>{text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}
