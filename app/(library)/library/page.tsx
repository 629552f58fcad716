import type { Metadata } from "next";
import { Page } from "../../../components/layout/page.tsx";
import { Found } from "../../../components/library/found.tsx";
import { LibraryFilter } from "../../../components/library/library-filter.tsx";
import { type Params, readParams } from "../../../components/library/library-query.ts";
import { searchLibrary } from "../../../lib/content/loaders.ts";

interface Props {
  readonly searchParams: Promise<Params>;
}

/** Search engines read the list of all cards, and none of the endless lists that searches give. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { search } = readParams(await searchParams);
  return {
    title: search === "" ? "Library" : `${search}: search`,
    description: "Interview questions on Python's insides by topic, kind, level and version, each with its proof.",
    alternates: { canonical: "/library" },
    ...(Object.keys(await searchParams).length > 0 ? { robots: { index: false } } : {}),
  };
}

export default async function LibraryPage({ searchParams }: Props) {
  const query = readParams(await searchParams);
  const result = await searchLibrary(query.search, query.chosen, query.own);
  return (
    <Page width="wide">
      <div className="grid gap-8">
        <h1 className="text-3xl">Library</h1>
        <LibraryFilter query={query} counts={result.kind === "found" ? result.counts : null} />
        <Found query={query} result={result} />
      </div>
    </Page>
  );
}
