import type { Metadata } from "next";
import { Page } from "../../../components/layout/page.tsx";
import { Found } from "../../../components/library/found.tsx";
import { LibraryFilter, type LibraryQuery } from "../../../components/library/library-filter.tsx";
import { KINDS } from "../../../lib/cards/schema.ts";
import { TOPIC_IDS } from "../../../lib/cards/topics.ts";
import { VERSIONS } from "../../../lib/cards/versions.ts";
import { searchLibrary } from "../../../lib/content/loaders.ts";
import type { FieldName, Query } from "../../../lib/content/search/query.ts";
import { QUERY_AT_MOST, readQuery } from "../../../lib/content/search/read.ts";
import { writeQuery } from "../../../lib/content/search/write.ts";
import { drillAddress } from "../../../lib/drills/schema.ts";

type Params = Record<string, string | string[] | undefined>;

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

/** What the address asks for. A value that no card can have is left out, as the form could not show it. */
function readParams(params: Params): LibraryQuery {
  const one = (name: string): string => [params[name] ?? ""].flat()[0] ?? "";
  const among = (name: string, values: readonly string[]): string => values.find((value) => value === one(name)) ?? "";
  return { search: one("q").trim().slice(0, QUERY_AT_MOST), topic: among("topic", TOPIC_IDS), kind: among("kind", KINDS), level: among("level", ["1", "2", "3", "4"]), version: among("version", VERSIONS) };
}

/** The choices of the form as conditions. */
function chosenIn(query: LibraryQuery): Query[] {
  const fields = ["topic", "kind", "level", "version"] as const satisfies readonly FieldName[];
  return fields.flatMap((field) => (query[field] === "" ? [] : [{ type: "field", field, values: [query[field]] }]));
}

/** What was typed and what was chosen as one text that can be searched for. */
function asOneText(query: LibraryQuery): string {
  const chosen = chosenIn(query).map(writeQuery);
  if (query.search === "" || chosen.length === 0) return [query.search, ...chosen].filter((part) => part !== "").join(" ");
  // What cannot be read is looked for as plain words, here as there.
  const asked = readQuery(query.search);
  return [asked.ok && asked.query?.type === "any" ? `(${query.search})` : query.search, ...chosen].join(" ");
}

export default async function LibraryPage({ searchParams }: Props) {
  const query = readParams(await searchParams);
  const filtered = Object.values(query).some((value) => value !== "");
  const result = await searchLibrary(query.search, chosenIn(query));
  return (
    <Page width="wide">
      <div className="grid gap-8">
        <h1 className="text-3xl">Library</h1>
        <LibraryFilter query={query} filtered={filtered} />
        <Found typed={query.search} drill={filtered ? drillAddress(asOneText(query)) : null} result={result} />
      </div>
    </Page>
  );
}
