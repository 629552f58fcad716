import type { PastRevision } from "../../lib/content/data.ts";
import { diffLines } from "../../lib/studio/diff.ts";
import { DiffView } from "../studio/diff-view.tsx";

const WORDS: Record<PastRevision["editClass"], string> = { TYPO: "a slip corrected", CLARIFY: "reworded, the same answer", CORRECT: "the answer corrected", REPLACE: "first text" };

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function Revision({ revision, before }: { readonly revision: PastRevision; readonly before: PastRevision | undefined }) {
  const said = `Revision ${revision.number}, ${dayOf(revision.createdAt)}: ${revision.number === 1 ? "first text" : WORDS[revision.editClass]}`;
  if (before === undefined) return <p className="min-h-8 text-sm">{said}.</p>;
  return (
    <details>
      <summary className="min-h-8 w-fit text-sm hover:text-accent">{said}</summary>
      <div className="py-2"><DiffView lines={diffLines(before.source, revision.source)} label={`From revision ${before.number} to revision ${revision.number}`} /></div>
    </details>
  );
}

/** A card's texts, newest first, each compared with the one before. */
export function CardHistory({ history }: { readonly history: readonly PastRevision[] }) {
  return (
    <section className="grid gap-2" aria-labelledby="history">
      <h2 id="history" className="text-base">History</h2>
      <ol reversed className="grid gap-1">{history.map((revision, at) => <li key={revision.number}><Revision revision={revision} before={history[at + 1]} /></li>)}</ol>
    </section>
  );
}
