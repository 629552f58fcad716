import type { QueryProblem } from "../../lib/content/search/query.ts";

/** What in a search could not be read: the text as it was typed, the place marked, and a sentence. */
export function SearchProblem({ typed, problem }: { readonly typed: string; readonly problem: QueryProblem }) {
  const { start, end, message } = problem;
  return (
    <div role="status" className="grid gap-2 border-l-[3px] border-again py-1 pl-4">
      <p translate="no" className="whitespace-pre-wrap font-mono text-[0.9rem] [overflow-wrap:anywhere]">
        {typed.slice(0, start)}
        <mark className="bg-transparent font-semibold text-again underline decoration-wavy underline-offset-4">{typed.slice(start, end)}</mark>
        {typed.slice(end)}
      </p>
      <p>{message}</p>
      <p className="text-ink-2">Until then the text is looked for as plain words.</p>
    </div>
  );
}
