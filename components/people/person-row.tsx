"use client";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { makeResetLink, type MakeLinkResult } from "../../lib/auth/recovery/actions.ts";
import type { Role } from "../../lib/auth/user.ts";
import type { Person } from "../../lib/people/types.ts";
import { Button } from "../ui/button.tsx";
import { inputLook } from "../ui/field.tsx";
import { send } from "../ui/send.ts";

const ROLES: readonly (readonly [Role, string])[] = [["LEARNER", "Learner"], ["AUTHOR", "Author"], ["ADMIN", "Admin"]];

const day = (instant: number | null): string => (instant === null ? "never" : new Date(instant).toISOString().slice(0, 10));

function linkWords(result: MakeLinkResult): string {
  if (result.status === "made") return `Give them this link; it works once, until ${new Date(result.expiresAt).toISOString().slice(11, 16)} UTC: ${result.link}`;
  return result.status === "refused" ? result.reason : "You are no longer signed in.";
}

/** One account: its role, which is asked about once more before it changes, and a way back in for who lost the password. */
export function PersonRow({ person, own }: { readonly person: Person; readonly own: boolean }) {
  const router = useRouter();
  const field = useId();
  const [role, setRole] = useState<Role>(person.role);
  const [words, setWords] = useState("");
  const change = async (): Promise<void> => {
    const sent = await send<object>("POST", "/api/studio/people", { userId: person.id, role });
    setWords(sent.ok ? "Changed. It counts from the next page they open." : sent.message);
    if (sent.ok) router.refresh();
    else setRole(person.role);
  };
  const link = async (): Promise<void> => {
    const form = new FormData();
    form.set("userId", person.id);
    setWords(linkWords(await makeResetLink(null, form)));
  };
  const wanted = ROLES.find(([id]) => id === role)?.[1].toLowerCase();
  return (
    <li className="grid gap-3 border-b border-line py-4 lg:grid-cols-[1fr_auto] lg:items-center">
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium [overflow-wrap:anywhere]">{person.email}{own && <span className="font-normal text-ink-2"> (you)</span>}</span>
        <span className="text-sm text-ink-2">{person.name === null ? "" : `${person.name}. `}Since {day(person.joinedAt)}, last answer {day(person.lastAnswerAt)}, {person.secondFactor ? "second factor on" : "no second factor"}</span>
      </span>
      <span className="flex flex-wrap items-center gap-3">
        <label htmlFor={field} className="sr-only">Role of {person.email}</label>
        <select id={field} value={role} onChange={(event) => setRole(ROLES.find(([id]) => id === event.target.value)?.[0] ?? person.role)} className={`${inputLook} w-auto`}>
          {ROLES.map(([id, label]) => <option key={id} value={id}>{label}</option>)}
        </select>
        {role === person.role ? <Button look="quiet" onClick={() => void link()}>New password link</Button> : <><Button onClick={() => void change()}>Make {wanted}</Button><Button look="quiet" onClick={() => setRole(person.role)}>Leave it</Button></>}
      </span>
      <p role="status" className="text-sm [overflow-wrap:anywhere] empty:hidden lg:col-span-2">{words}</p>
    </li>
  );
}
