import type { SearchResult } from "../../lib/content/loaders.ts";
import type { PersonalState } from "../../lib/content/search/query.ts";
import { Notice } from "../ui/notice.tsx";
import { LibraryRows, RankedRows } from "./library-rows.tsx";
import { SearchProblem } from "./search-problem.tsx";

const OWN_WORDS: Record<PersonalState, string> = { due: "which cards are due for you", leech: "which cards you keep forgetting", new: "which cards are new to you", learned: "which cards you have answered", suspended: "which cards you suspended" };

/** What a visitor is told who asks for cards of their own. `back` is the address that asks. */
export function OwnCards({ back, states }: { readonly back: string; readonly states: readonly PersonalState[] }) {
  const asked = new Intl.ListFormat("en").format(states.map((state) => OWN_WORDS[state]));
  return (
    <Notice>
      Heapwise can say {asked} only when you are signed in. <a className="prose-link" href={`/login?callbackUrl=${encodeURIComponent(back)}`}>Sign in</a> and this search is made again; all other filters work without an account.
    </Notice>
  );
}

/** What came of a search: cards, or why there are none. `drill` is the address where they can be drilled; null for the whole library. */
export function Found({ typed, drill, result }: { readonly typed: string; readonly drill: string | null; readonly result: SearchResult }) {
  if (result.kind === "refused") return <Notice tone="problem">{result.message}</Notice>;
  if (result.kind === "visitor") return <OwnCards back={`/library?q=${encodeURIComponent(typed)}`} states={result.states} />;
  const { rows, ranked, problem } = result;
  return (
    <div className="grid gap-8">
      {problem !== null && <SearchProblem typed={typed} problem={problem} />}
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p role="status" className="text-ink-2">{rows.length} {rows.length === 1 ? "card" : "cards"}{typed && <> for <span translate="no" className="[overflow-wrap:anywhere]">&ldquo;{typed}&rdquo;</span></>}{ranked && rows.length > 1 && ", the best match first"}</p>
        {drill !== null && rows.length > 0 && <a className="prose-link inline-flex min-h-8 items-center" href={drill}>Drill {rows.length === 1 ? "it" : "them"}</a>}
      </div>
      {rows.length === 0 && <p>Nothing fits. Try fewer words, or <a className="prose-link" href="/library">see all cards</a>.</p>}
      {ranked ? <RankedRows rows={rows} /> : <LibraryRows rows={rows} />}
    </div>
  );
}
