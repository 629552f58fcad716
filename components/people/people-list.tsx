import type { ReactNode } from "react";
import type { Person } from "../../lib/people/types.ts";
import { ResetLink } from "./reset-link.tsx";
import { RoleForm } from "./role-form.tsx";
import { dayOf, studyDayText } from "./words.ts";

interface PeopleListProps {
  readonly people: readonly Person[];
  /** Of the admin who looks. */
  readonly ownId: string;
  readonly timeZone: string;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div className="flex gap-2"><dt className="text-ink-2">{name}</dt><dd>{children}</dd></div>;
}

/** Everybody of a page, each with what an admin may do for them. */
export function PeopleList({ people, ownId, timeZone }: PeopleListProps) {
  return (
    <ul className="grid border-t border-edge">
      {people.map((person) => (
        <li key={person.id} className="grid gap-4 border-b border-line py-5 lg:grid-cols-[1fr_22rem]">
          <div className="grid content-start gap-1.5">
            <h2 className="text-base [overflow-wrap:anywhere]">{person.email}{person.id === ownId && <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 text-sm font-normal">you</span>}</h2>
            {person.name !== null && <p className="text-ink-2 [overflow-wrap:anywhere]">{person.name}</p>}
            <dl className="grid gap-x-6 gap-y-0.5 text-sm sm:flex sm:flex-wrap">
              <Fact name="Joined">{dayOf(person.createdAt, timeZone)}</Fact>
              <Fact name="Last answer">{person.lastAnswerDay === null ? "none yet" : studyDayText(person.lastAnswerDay)}</Fact>
              <Fact name="Second factor">{person.hasSecondFactor ? "yes" : "no"}</Fact>
            </dl>
            <ResetLink userId={person.id} email={person.email} />
          </div>
          <RoleForm key={person.role} person={person} own={person.id === ownId} />
        </li>
      ))}
    </ul>
  );
}
