import Link from "next/link";
import { KINDS } from "../../lib/cards/schema.ts";
import { TOPICS } from "../../lib/cards/topics.ts";
import type { StudioQuery } from "../../lib/studio/types.ts";
import { KIND_WORDS } from "../cards/card-meta.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { STATUS_WORDS } from "./words.ts";

/** A form whose answer is an address. */
export function StudioFilter({ query, filtered }: { readonly query: StudioQuery; readonly filtered: boolean }) {
  return (
    <search>
      <form action="/studio" className="grid gap-4">
        <div className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
          <div className="col-span-2 lg:col-span-1"><Field label="Search" name="q" id="q" type="search" defaultValue={query.search} maxLength={200} autoComplete="off" enterKeyHint="search" /></div>
          <Select label="Status" name="status" defaultValue={query.status}>
            <option value="">All</option>
            {Object.entries(STATUS_WORDS).map(([status, word]) => <option key={status} value={status}>{word}</option>)}
          </Select>
          <Select label="Topic" name="topic" defaultValue={query.topic}>
            <option value="">All topics</option>
            {TOPICS.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </Select>
          <Select label="Kind" name="kind" defaultValue={query.kind}>
            <option value="">All kinds</option>
            {KINDS.map((kind) => <option key={kind} value={kind}>{KIND_WORDS[kind]}</option>)}
          </Select>
          <Button type="submit" look="quiet">Show</Button>
        </div>
        {filtered && <Link href="/studio" className="prose-link inline-flex min-h-12 w-fit items-center">Clear all</Link>}
      </form>
    </search>
  );
}
