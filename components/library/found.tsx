import type { SearchResult } from "../../lib/content/loaders.ts";
import type { PersonalState } from "../../lib/content/search/query.ts";
import { drillAddress } from "../../lib/drills/schema.ts";
import { Notice } from "../ui/notice.tsx";
import { LibraryRows, RankedRows } from "./library-rows.tsx";
import { addressOf, asOneText, type LibraryQuery } from "./library-query.ts";
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

/** What came of a search: cards, or why there are none. */
export function Found({ query, result }: { readonly query: LibraryQuery; readonly result: SearchResult }) {
  const typed = query.search;
  const asked = asOneText(query);
  if (result.kind === "refused") return <Notice tone="problem">{result.message}</Notice>;
  if (result.kind === "visitor") return <OwnCards back={addressOf(query)} states={result.states} />;
  const { rows, ranked, problem } = result;
  return (
    <div className="grid gap-8">
      {problem !== null && <SearchProblem typed={typed} problem={problem} />}
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p role="status" className="text-ink-2">{rows.length} {rows.length === 1 ? "card" : "cards"}{typed && <> for <span translate="no" className="[overflow-wrap:anywhere]">&ldquo;{typed}&rdquo;</span></>}{ranked && rows.length > 1 && ", the best match first"}</p>
        {asked !== "" && rows.length > 0 && <a className="prose-link inline-flex min-h-8 items-center" href={drillAddress(asked)}>Drill {rows.length === 1 ? "it" : "them"}</a>}
      </div>
      {rows.length === 0 && <p>Nothing fits. Try fewer words, or <a className="prose-link" href="/library">see all cards</a>.</p>}
      {ranked ? <RankedRows rows={rows} /> : <LibraryRows rows={rows} />}
    </div>
  );
}
