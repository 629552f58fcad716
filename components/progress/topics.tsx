import { READINESS_LEAST, type TopicReadiness } from "../../lib/progress/readiness.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
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

function Ready({ row: { met, ready, retention, sure } }: { readonly row: Row }) {
  if (met === 0) return "not begun";
  if (ready.value === null || retention.total === 0) return "no review yet";
  return <><span className={sure ? "font-semibold" : ""}>{percent(ready.value)}</span> <span className="block whitespace-nowrap text-sm text-ink-2 sm:inline">{percent(ready.low)} to {percent(ready.high)}</span></>;
}

/** So many topics are shown before the others have to be asked for. */
const SHOWN_AT_FIRST = 8;

function TopicRow({ row }: { readonly row: Row }) {
  const { topic, title, met, cards, retention, sure } = row;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2.5 pr-4 text-left font-normal"><a className="prose-link inline-flex min-h-8 items-center" href={`/library?topic=${topic}`}>{title}</a></th>
      <td className={`hidden pr-4 sm:table-cell ${sure ? "" : "opacity-50"}`}>{met > 0 && <Range ready={row.ready} />}</td>
      <td className={`pr-4 tabular-nums ${sure ? "" : "text-ink-2"}`}><Ready row={row} /></td>
      <td className="whitespace-nowrap pr-4 tabular-nums text-ink-2">{met} of {cards}</td>
      <td className="hidden tabular-nums text-ink-2 sm:table-cell">{retention.total}</td>
    </tr>
  );
}

function TopicTable({ label, topics }: { readonly label: string; readonly topics: readonly Row[] }) {
  return (
    <ScrollBox className="overflow-x-auto" label={label}>
      <table className="w-full text-[0.95rem] sm:table-fixed">
        <thead><tr className="border-b border-line text-left text-sm text-ink-2"><th scope="col" className="py-2 pr-4 font-normal sm:w-[32%]">Topic</th><th scope="col" className="hidden w-1/4 pr-4 font-normal sm:table-cell">0 to 100 %</th><th scope="col" className="pr-4 font-normal">Ready</th><th scope="col" className="pr-4 font-normal sm:w-28">Met</th><th scope="col" className="hidden font-normal sm:table-cell sm:w-20">Reviews</th></tr></thead>
        <tbody>{topics.map((row) => <TopicRow key={row.topic} row={row} />)}</tbody>
      </table>
    </ScrollBox>
  );
}

/** Each topic with what is known of it, those that practice helps most first. */
export function Topics({ topics }: { readonly topics: readonly Row[] }) {
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-2">The share of a topic&rsquo;s cards that you would recall if asked today: the cards you met, times how often you recalled them, with the range that chance leaves open (90 %). Cards you have not met count as not known. Under {READINESS_LEAST} reviews a topic is drawn faint: too few to rely on.</p>
      <TopicTable label="Topics that need you most" topics={topics.slice(0, SHOWN_AT_FIRST)} />
      {topics.length > SHOWN_AT_FIRST && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-accent">The other {topics.length - SHOWN_AT_FIRST} topics</summary>
          <TopicTable label="The other topics" topics={topics.slice(SHOWN_AT_FIRST)} />
        </details>
      )}
    </div>
  );
}
