import type { ReactNode } from "react";
import { TOPICS } from "../../lib/cards/topics.ts";
import { formatVersions } from "../../lib/cards/versions.ts";
import type { FoundRow } from "../../lib/content/loaders.ts";
import type { Stretch } from "../../lib/content/search/excerpt.ts";
import { KIND_WORDS, LEVEL_WORDS, topicTitle } from "../cards/card-meta.tsx";
import { StandingMark } from "../cards/evidence-mark.tsx";
import { sequence } from "../ui/sequence.ts";

function stretch({ text, hit }: Stretch): ReactNode {
  return hit ? <mark className="rounded-sm bg-accent-soft px-0.5 text-ink">{text}</mark> : text;
}

/** A line of the question, the words looked for marked. */
function Excerpt({ stretches }: { readonly stretches: readonly Stretch[] }) {
  return <span className="text-sm text-ink-2 [overflow-wrap:anywhere] md:col-span-2">{sequence(stretches.map(stretch))}</span>;
}

function Row({ row, topic }: { readonly row: FoundRow; readonly topic: boolean }) {
  return (
    <li className="border-b border-line">
      <a href={`/library/${row.id}`} className="group grid gap-x-6 gap-y-0.5 py-3 md:grid-cols-[1fr_auto] md:items-baseline">
        <span className="font-medium group-hover:text-accent">{row.title}</span>
        <span className="flex flex-wrap gap-x-4 text-sm text-ink-2 md:grid md:grid-cols-[8.5rem_3.5rem_8rem_9.5rem]">
          <span>{topic ? topicTitle(row.topic) : KIND_WORDS[row.kind]}</span>
          <span>{LEVEL_WORDS[row.level]}</span>
          <span>{formatVersions(row.versions)}</span>
          <span><StandingMark kind={row.standing} /></span>
        </span>
        {row.excerpt.length > 0 && <Excerpt stretches={row.excerpt} />}
      </a>
    </li>
  );
}

/** Cards in the order given: the best first. */
export function RankedRows({ rows }: { readonly rows: readonly FoundRow[] }) {
  return <ul>{rows.map((row) => <Row key={row.id} row={row} topic />)}</ul>;
}

/** Cards under their topics, in teaching order. */
export function LibraryRows({ rows }: { readonly rows: readonly FoundRow[] }) {
  return TOPICS.filter(({ id }) => rows.some((row) => row.topic === id)).map(({ id, title }) => {
    const own = rows.filter((row) => row.topic === id);
    return (
      <section key={id} aria-labelledby={`topic-${id}`}>
        <div className="flex flex-wrap items-baseline gap-x-3 border-b border-edge pb-1">
          <h2 id={`topic-${id}`} className="flex items-baseline gap-3 text-base">{title} <span className="text-sm font-normal tabular-nums text-ink-2">{own.length}</span></h2>
          <a className="prose-link ml-auto inline-flex min-h-8 items-center text-sm" href={`/library/topics/${id}`}>Cheat sheet<span className="sr-only"> of {title}</span></a>
        </div>
        <ul>{own.map((row) => <Row key={row.id} row={row} topic={false} />)}</ul>
      </section>
    );
  });
}
