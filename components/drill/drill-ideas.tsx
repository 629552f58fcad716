import { drillAddress } from "../../lib/drills/schema.ts";

interface Idea {
  readonly words: string;
  readonly query: string;
  /** Whether it asks for what only an account knows. */
  readonly own: boolean;
}

const IDEAS: readonly Idea[] = [
  { words: "Cards you keep forgetting", query: "is:leech", own: true },
  { words: "What you have learned, senior and staff", query: "is:learned level:3-4", own: true },
  { words: "What is due today, ahead of its review", query: "is:due", own: true },
  { words: "Predict the output, nothing else", query: "kind:predict", own: false },
  { words: "Find the bug", query: "kind:fix", own: false },
  { words: "Names and closures", query: "topic:closures,namespaces", own: false },
  { words: "The GIL, threads and async", query: "topic:gil,threads,async", own: false },
];

/** Drills to begin with, as long as nothing was asked. */
export function DrillIdeas({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <section aria-labelledby="ideas" className="grid gap-3 border-t border-line pt-7">
      <h2 id="ideas" className="text-xl">To begin with</h2>
      <ul>
        {IDEAS.filter(({ own }) => signedIn || !own).map(({ words, query }) => (
          <li key={query} className="border-b border-line">
            <a className="group flex min-h-12 flex-wrap items-center justify-between gap-x-6 py-1.5" href={drillAddress(query)}>
              <span className="font-medium group-hover:text-accent">{words}</span>
              <span translate="no" className="font-mono text-[0.85rem] text-ink-2">{query}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
