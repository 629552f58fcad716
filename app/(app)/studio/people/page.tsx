import type { Metadata, Route } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { Invitations } from "../../../../components/people/invitations.tsx";
import { PeopleList } from "../../../../components/people/people-list.tsx";
import { Button } from "../../../../components/ui/button.tsx";
import { Field } from "../../../../components/ui/field.tsx";
import { loadInvitations } from "../../../../lib/invitations/loaders.ts";
import { loadPeople } from "../../../../lib/people/loaders.ts";

export const metadata: Metadata = { title: "People" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const text = (value: string | string[] | undefined): string => (typeof value === "string" ? value.trim().slice(0, 200) : "");

export default async function PeoplePage({ searchParams }: Props) {
  const params = await searchParams;
  const search = text(params.q);
  const { people, next, ownId, timeZone } = await loadPeople(search, text(params.after));
  const invitations = await loadInvitations();
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <h1 className="text-3xl">People</h1>
        <search>
          <form action="/studio/people" className="grid max-w-xl gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
            <Field label="Address or name" name="q" id="q" type="search" defaultValue={search} maxLength={200} autoComplete="off" enterKeyHint="search" />
            <Button type="submit" look="quiet">Search</Button>
          </form>
        </search>
        {people.length === 0 && <p role="status">{next === null ? <>Nobody here has this in their address or name. Try fewer letters, or <Link className="prose-link" href="/studio/people">see everybody</Link>.</> : "Nobody among the accounts searched so far."}</p>}
        {people.length > 0 && <PeopleList people={people} ownId={ownId} timeZone={timeZone} />}
        {next !== null && <p><Link className="prose-link" href={`/studio/people?${new URLSearchParams({ ...(search && { q: search }), after: next })}` as Route}>Older accounts</Link></p>}
        <Invitations rows={invitations} timeZone={timeZone} />
      </div>
    </Page>
  );
}
