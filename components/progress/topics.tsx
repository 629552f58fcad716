import { READINESS_LEAST, type TopicReadiness } from "../../lib/progress/readiness.ts";
import { percent } from "./words.ts";

type Row = TopicReadiness & { readonly title: string };

/** From 0 to 100 %: a line over what chance leaves open, a dot at the estimate. */
function Range({ ready }: { readonly ready: Row["ready"] }) {
  const x = (share: number): number => 4 + share * 92;
  return (
    <svg viewBox="0 0 100 12" className="h-3 w-full min-w-20" aria-hidden="true">
      <path d="M4 6H96" className="stroke-line" strokeWidth="1" />
      <path d={`M${x(ready.low)} 6H${x(ready.high)}`} className="stroke-accent" strokeWidth="3" strokeLinecap="round" />
      {ready.value !== null && <circle cx={x(ready.value)} cy="6" r="3.6" className="fill-accent stroke-paper" strokeWidth="1.2" />}
    </svg>
  );
}

const words = ({ met, ready, retention }: Row): string =>
  met === 0 ? "not begun" : retention.total === 0 ? "no review yet" : `${percent(ready.value ?? 0)} (${percent(ready.low)} to ${percent(ready.high)})`;

function TopicRow({ row }: { readonly row: Row }) {
  const { topic, title, met, cards, retention, sure } = row;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2.5 pr-4 text-left font-normal"><a className="prose-link inline-flex min-h-8 items-center" href={`/library?topic=${topic}`}>{title}</a></th>
      <td className={`hidden w-1/4 pr-4 sm:table-cell ${sure ? "" : "opacity-50"}`}>{met > 0 && <Range ready={row.ready} />}</td>
      <td className={`pr-4 tabular-nums ${sure ? "" : "text-ink-2"}`}>{words(row)}</td>
      <td className="pr-4 tabular-nums text-ink-2">{met} of {cards}</td>
      <td className="tabular-nums text-ink-2">{retention.total}</td>
    </tr>
  );
}

/** Each topic with what is known of it, those that practice helps most first. */
export function Topics({ topics }: { readonly topics: readonly Row[] }) {
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">The share of a topic&rsquo;s cards that you would recall if asked today: the cards you met, times how often you recalled them, with the range that chance leaves open (90 %). Cards you have not met count as not known. Under {READINESS_LEAST} reviews a topic is drawn faint: too few to rely on.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Table of topics">
        <table className="w-full min-w-[30rem] text-[0.95rem]">
          <thead><tr className="border-b border-line text-left text-sm text-ink-2"><th scope="col" className="py-2 pr-4 font-normal">Topic</th><th scope="col" className="hidden pr-4 font-normal sm:table-cell">0 to 100 %</th><th scope="col" className="pr-4 font-normal">Ready</th><th scope="col" className="pr-4 font-normal">Met</th><th scope="col" className="font-normal">Reviews</th></tr></thead>
          <tbody>{topics.map((row) => <TopicRow key={row.topic} row={row} />)}</tbody>
        </table>
      </section>
    </div>
  );
}
