import { KINDS } from "../../lib/cards/schema.ts";
import { TOPICS } from "../../lib/cards/topics.ts";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { QUERY_AT_MOST } from "../../lib/content/search/read.ts";
import { KIND_WORDS, LEVEL_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { SearchHelp } from "./search-help.tsx";

/** What the address of the library page asks for; an empty text is no filter. */
export interface LibraryQuery {
  readonly search: string;
  readonly topic: string;
  readonly kind: string;
  readonly level: string;
  readonly version: string;
}

/** A form whose answer is an address: it works without JavaScript and can be shared. */
export function LibraryFilter({ query, filtered }: { readonly query: LibraryQuery; readonly filtered: boolean }) {
  return (
    <search>
      <form action="/library" className="grid gap-4">
        <div className="grid gap-1">
          <Field label="Search" name="q" id="q" type="search" defaultValue={query.search} maxLength={QUERY_AT_MOST} autoComplete="off" autoCapitalize="off" spellCheck={false} enterKeyHint="search" placeholder="words, topic:closures, level:3, &quot;a phrase&quot;, -not" />
          <SearchHelp />
        </div>
        <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          <Select label="Topic" name="topic" defaultValue={query.topic}>
            <option value="">All topics</option>
            {TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </Select>
          <Select label="Kind" name="kind" defaultValue={query.kind}>
            <option value="">All kinds</option>
            {KINDS.map((kind) => <option key={kind} value={kind}>{KIND_WORDS[kind]}</option>)}
          </Select>
          <Select label="Level" name="level" defaultValue={query.level}>
            <option value="">All levels</option>
            {Object.entries(LEVEL_WORDS).map(([level, word]) => <option key={level} value={level}>{level}, {word}</option>)}
          </Select>
          <Select label="Python" name="version" defaultValue={query.version}>
            <option value="">All versions</option>
            {VERSIONS.map((version) => <option key={version}>{version}</option>)}
          </Select>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit">Show</Button>
          {filtered && <a href="/library" className="prose-link inline-flex min-h-12 items-center">Clear all</a>}
        </div>
      </form>
    </search>
  );
}
