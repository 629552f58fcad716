import Link from "next/link";
import { TOPICS } from "../../lib/cards/topics.ts";

/** All topics that have cards, in teaching order, with how many. */
export function TopicList({ counts }: { readonly counts: ReadonlyMap<string, number> }) {
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {TOPICS.filter(({ id }) => counts.has(id)).map(({ id, title }) => (
        <li key={id} className="border-b border-line">
          <Link href={`/library?topic=${id}`} className="flex min-h-12 items-center justify-between gap-4 hover:text-accent">
            <span>{title}</span>
            <span className="tabular-nums text-ink-2">{counts.get(id)}<span className="sr-only"> cards</span></span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
