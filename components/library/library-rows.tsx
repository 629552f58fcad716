import Link from "next/link";
import { TOPICS } from "../../lib/cards/topics.ts";
import { formatVersions } from "../../lib/cards/versions.ts";
import type { LibraryRow } from "../../lib/content/proof-standing.ts";
import { KIND_WORDS, LEVEL_WORDS } from "../cards/card-meta.tsx";
import { StandingMark } from "../cards/evidence-mark.tsx";

function Row({ row }: { readonly row: LibraryRow }) {
  return (
    <li className="border-b border-line">
      <Link href={`/library/${row.id}`} className="group grid gap-x-6 gap-y-0.5 py-3 md:grid-cols-[1fr_auto] md:items-baseline">
        <span className="font-medium group-hover:text-accent">{row.title}</span>
        <span className="flex flex-wrap gap-x-4 text-sm text-ink-2 md:grid md:grid-cols-[8.5rem_3.5rem_8rem_9.5rem]">
          <span>{KIND_WORDS[row.kind]}</span>
          <span>{LEVEL_WORDS[row.level]}</span>
          <span>{formatVersions(row.versions)}</span>
          <span><StandingMark kind={row.standing} /></span>
        </span>
      </Link>
    </li>
  );
}

/** Cards under their topics, in teaching order. */
export function LibraryRows({ rows }: { readonly rows: readonly LibraryRow[] }) {
  return TOPICS.filter(({ id }) => rows.some((row) => row.topic === id)).map(({ id, title }) => {
    const own = rows.filter((row) => row.topic === id);
    return (
      <section key={id} aria-labelledby={`topic-${id}`}>
        <h2 id={`topic-${id}`} className="flex items-baseline gap-3 border-b border-edge pb-2 text-base">{title} <span className="text-sm font-normal tabular-nums text-ink-2">{own.length}</span></h2>
        <ul>{own.map((row) => <Row key={row.id} row={row} />)}</ul>
      </section>
    );
  });
}
