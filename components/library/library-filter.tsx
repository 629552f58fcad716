import { TOPICS } from "../../lib/cards/topics.ts";
import type { FacetCounts } from "../../lib/content/search/facets.ts";
import { QUERY_AT_MOST } from "../../lib/content/search/read.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { addressOf, type LibraryQuery, paramsOf } from "./library-query.ts";
import { SearchHelp } from "./search-help.tsx";

interface LibraryFilterProps {
  readonly query: LibraryQuery;
  readonly counts: FacetCounts | null;
}

/** A form and links whose answer is an address: they work without JavaScript and can be shared. */
export function LibraryFilter({ query, counts }: LibraryFilterProps) {
  const kept = paramsOf(query).filter(([name]) => name !== "topic");
  const filtered = addressOf(query) !== "/library";
  return (
    <search className="grid gap-5">
      <form action="/library" className="grid gap-1">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto] sm:items-end">
          <Field label="Search" name="q" id="q" type="search" defaultValue={query.search} maxLength={QUERY_AT_MOST} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="search" aria-keyshortcuts="/" placeholder="words, topic:closures, level:3, &quot;a phrase&quot;, -not" />
          <Select label="Topic" name="topic" defaultValue={query.chosen.topic}>
            <option value="">All topics</option>
            {TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}{counts === null ? "" : ` (${counts.topic[id] ?? 0})`}</option>)}
          </Select>
          {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <Button type="submit">Show</Button>
        </div>
        <SearchHelp />
      </form>
      <FilterChips query={query} counts={counts} />
      {filtered && <p><a href="/library" className="prose-link inline-flex min-h-11 items-center">Clear all</a></p>}
    </search>
  );
}
