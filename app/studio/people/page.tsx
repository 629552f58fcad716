import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../components/layout/page.tsx";
import { PersonRow } from "../../../components/people/person-row.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { loadPeople } from "../../../lib/people/loaders.ts";

export const metadata: Metadata = { title: "People" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const params = await searchParams;
  const one = (name: string): string => [params[name] ?? ""].flat()[0] ?? "";
  const search = one("q").slice(0, 200);
  const page = /^\d{1,6}$/.test(one("page")) ? Number(one("page")) : 0;
  const { people, more, ownId } = await loadPeople(search, page);
  const to = (at: number) => ({ pathname: "/studio/people" as const, query: { ...(search === "" ? {} : { q: search }), page: String(at) } });
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <h1 className="text-3xl">People</h1>
        <form action="/studio/people" className="flex max-w-xl flex-wrap items-end gap-3">
          <div className="grow"><Field label="Address or name" name="q" type="search" defaultValue={search} maxLength={200} /></div>
          <Button type="submit" look="quiet">Search</Button>
        </form>
        {people.length === 0 ? <p>Nobody fits. <Link className="prose-link" href="/studio/people">See everybody</Link></p> : <ul className="border-t border-edge">{people.map((person) => <PersonRow key={`${person.id} ${person.role}`} person={person} own={person.id === ownId} />)}</ul>}
        <nav aria-label="Pages" className="flex gap-6">
          {page > 0 && <Link className="prose-link" href={to(page - 1)}>Before</Link>}
          {more && <Link className="prose-link" href={to(page + 1)}>Next</Link>}
        </nav>
      </div>
    </Page>
  );
}
