import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../components/layout/page.tsx";
import { LibraryFilter, type LibraryQuery } from "../../components/library/library-filter.tsx";
import { LibraryRows } from "../../components/library/library-rows.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { KINDS } from "../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { loadLibraryRows, refusalOfSearch } from "../../lib/content/loaders.ts";

export const metadata: Metadata = { title: "Library" };

type Params = Record<string, string | string[] | undefined>;

/** What the address asks for. A value that no card can have is left out, as the form could not show it. */
function readQuery(params: Params): LibraryQuery {
  const one = (name: string): string => [params[name] ?? ""].flat()[0] ?? "";
  const among = (name: string, values: readonly string[]): string => values.find((value) => value === one(name)) ?? "";
  return { search: one("q").trim().slice(0, 200), topic: among("topic", TOPIC_IDS), kind: among("kind", KINDS), level: among("level", ["1", "2", "3", "4"]), version: among("version", VERSIONS) };
}

export default async function LibraryPage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const query = readQuery(await searchParams);
  const { search, topic, kind, level, version } = query;
  const refusal = search === "" ? null : await refusalOfSearch();
  const filter = { ...(search && { search }), ...(topic && { topic }), ...(kind && { kind }), ...(level && { level: Number(level) }) };
  const rows = refusal === null ? await loadLibraryRows(filter, version || undefined) : [];
  const filtered = Object.values(query).some((value) => value !== "");
  return (
    <Page width="wide">
      <div className="grid gap-8">
        <h1 className="text-3xl">Library</h1>
        <LibraryFilter query={query} filtered={filtered} />
        {refusal === null
          ? <p role="status" className="text-ink-2">{rows.length} {rows.length === 1 ? "card" : "cards"}{search && <> for &ldquo;{search}&rdquo;</>}</p>
          : <Notice tone="problem">{refusal}</Notice>}
        {refusal === null && rows.length === 0 && <p>Nothing fits. Try fewer words, or <Link className="prose-link" href="/library">see all cards</Link>.</p>}
        <LibraryRows rows={rows} />
      </div>
    </Page>
  );
}
