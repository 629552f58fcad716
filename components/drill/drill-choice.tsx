import type { Route } from "next";
import type { DrillSize } from "../../lib/drills/draw.ts";
import type { DrillChoice } from "../../lib/drills/loaders.ts";
import { drillAddress, sittingAddress } from "../../lib/drills/schema.ts";
import { OwnCards } from "../library/found.tsx";
import { SearchProblem } from "../library/search-problem.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const cards = (count: number): string => `${count} ${count === 1 ? "card" : "cards"}`;

/** So many of the cards found are named. */
const NAMED_AT_MOST = 12;

interface DrillChoiceProps {
  readonly typed: string;
  readonly size: DrillSize;
  readonly choice: DrillChoice;
}

/** Nothing to drill: why, and the way on. */
function Nothing({ suspended }: { readonly suspended: number }) {
  return <p>{suspended > 0 ? `${cards(suspended)} fit, and you suspended ${suspended === 1 ? "it" : "them all"}: a suspended card is resumed on its page.` : "No card fits."} Try fewer words, or <a className="prose-link" href={drillAddress("")}>take all cards</a>.</p>;
}

/** What a query finds, and the button that begins. */
export function DrillFound({ typed, size, choice }: DrillChoiceProps) {
  if (choice.kind === "refused") return <Notice tone="problem">{choice.message}</Notice>;
  if (choice.kind === "visitor") return <OwnCards back={drillAddress(typed, size)} states={choice.states} />;
  const { rows, problem, suspended } = choice;
  const drilled = Math.min(size, rows.length);
  return (
    <section aria-labelledby="found" className="grid gap-5 border-t border-line pt-7">
      {problem !== null && <SearchProblem typed={typed} problem={problem} />}
      <h2 id="found" className="text-xl">{rows.length === 0 ? "Nothing to drill" : `${cards(rows.length)}${typed === "" ? " in the library" : rows.length === 1 ? " fits" : " fit"}`}</h2>
      {rows.length === 0 ? (
        <Nothing suspended={suspended} />
      ) : (
        <>
          {/* Not fetched beforehand: a drill begins when its page is made. */}
          <p><ButtonLink prefetch={false} href={sittingAddress(typed, size) as Route} className="min-w-48">{drilled === rows.length ? `Drill ${drilled === 1 ? "it" : drilled === 2 ? "both" : `all ${drilled}`}` : `Drill ${drilled} of them`}</ButtonLink></p>
          {drilled < rows.length && <p className="text-ink-2">Drawn by lot, anew for each drill.</p>}
          {suspended > 0 && <p className="text-ink-2">{cards(suspended)} that you suspended {suspended === 1 ? "is" : "are"} left out.</p>}
          <ul>
            {rows.slice(0, NAMED_AT_MOST).map(({ id, title }) => <li key={id} className="border-b border-line"><a className="inline-flex min-h-11 items-center hover:text-accent" href={`/library/${id}`}>{title}</a></li>)}
            {rows.length > NAMED_AT_MOST && <li className="py-2.5"><a className="prose-link" href={`/library?q=${encodeURIComponent(typed)}`}>See all {rows.length} in the library</a></li>}
          </ul>
        </>
      )}
    </section>
  );
}
