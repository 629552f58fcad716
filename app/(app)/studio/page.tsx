import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { StudioFilter } from "../../../components/studio/studio-filter.tsx";
import { StudioRows } from "../../../components/studio/studio-rows.tsx";
import { ButtonLink } from "../../../components/ui/button.tsx";
import { KINDS } from "../../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../../lib/cards/topics.ts";
import { loadStudio, loadWaiting } from "../../../lib/studio/loaders.ts";
import type { StudioQuery } from "../../../lib/studio/types.ts";

export const metadata: Metadata = { title: "Studio" };

type Params = Record<string, string | string[] | undefined>;

/** What the address asks for; a value that no card can have is left out. */
function readQuery(params: Params): StudioQuery {
  const one = (name: string): string => [params[name] ?? ""].flat()[0] ?? "";
  const among = <Value extends string>(name: string, values: readonly Value[]): Value | "" => values.find((value) => value === one(name)) ?? "";
  return { search: one("q").trim().slice(0, 200), status: among("status", ["DRAFT", "REVIEW", "PUBLISHED", "RETIRED"]), topic: among("topic", TOPIC_IDS), kind: among("kind", KINDS) };
}

export default async function StudioPage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const query = readQuery(await searchParams);
  const [rows, { reviews }] = await Promise.all([loadStudio(query), loadWaiting()]);
  const filtered = Object.values(query).some((value) => value !== "");
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-3xl">Cards</h1>
          <ButtonLink href="/studio/new">New card</ButtonLink>
        </div>
        {reviews > 0 && query.status !== "REVIEW" && <p className="border-l-[3px] border-accent py-1 pl-4">{reviews === 1 ? "A text of another author waits" : `${reviews} texts of other authors wait`} for a review. <Link className="prose-link" href="/studio?status=REVIEW">Read {reviews === 1 ? "it" : "them"}</Link></p>}
        <StudioFilter query={query} filtered={filtered} />
        <p role="status" className="text-ink-2">{rows.length} {rows.length === 1 ? "card" : "cards"}</p>
        {rows.length > 0 && <StudioRows rows={rows} />}
        {rows.length === 0 && (filtered ? <p>Nothing fits. Try fewer words, or <Link className="prose-link" href="/studio">see all cards</Link>.</p> : <p>There is no card yet. <Link className="prose-link" href="/studio/new">Write the first one</Link>.</p>)}
      </div>
    </Page>
  );
}
