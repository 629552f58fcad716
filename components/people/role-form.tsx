"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import type { Role } from "../../lib/auth/user.ts";
import type { Person } from "../../lib/people/types.ts";
import { send } from "../ui/send.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { ROLE_IN_SENTENCE, ROLE_WORDS } from "./words.ts";

const ABLE: Record<Role, string> = { LEARNER: "review cards, and nothing in the studio", AUTHOR: "write and publish cards and decide flags", ADMIN: "do all that authors may, change roles and read the audit log" };

/** Changes somebody's role, and asks once more in place, naming what it means. */
export function RoleForm({ person, own }: { readonly person: Person; readonly own: boolean }) {
  const router = useRouter();
  const [to, setTo] = useState<Role>(person.role);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const busy = useRef(false);
  const question = useRef<HTMLParagraphElement>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setSaid("");
    if (to === person.role) return setProblem("This is the role they have. Choose another one first.");
    setProblem("");
    setAsked(true);
    requestAnimationFrame(() => question.current?.focus());
  };
  const change = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const sent = await send("POST", "/api/studio/people", { userId: person.id, from: person.role, to });
    busy.current = false;
    setAsked(false);
    setProblem(sent.ok ? "" : sent.message);
    setSaid(sent.ok ? `${person.email} is ${ROLE_IN_SENTENCE[to]} now.` : "");
    if (sent.ok) router.refresh();
  };
  return (
    <form onSubmit={ask} className="grid content-start gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-40"><Select label="Role" name="role" id={`role-${person.id}`} value={to} aria-label={`Role of ${person.email}`} onChange={(event) => { setTo(event.target.value as Role); setAsked(false); setProblem(""); }}>{Object.entries(ROLE_WORDS).map(([role, word]) => <option key={role} value={role}>{word}</option>)}</Select></div>
        {!asked && <Button type="submit" look="quiet">Change<span className="sr-only"> the role of {person.email}</span></Button>}
      </div>
      {asked && (
        <div className="grid gap-3">
          <p ref={question} tabIndex={-1}>{own ? "You" : person.email} may then {ABLE[to]}. It counts from {own ? "your" : "their"} next click on.</p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => void change()}>Make {own ? "yourself" : "them"} {ROLE_IN_SENTENCE[to]}</Button>
            <Button look="quiet" onClick={() => { setAsked(false); setTo(person.role); }}>Leave it</Button>
          </div>
        </div>
      )}
      <p role="status" className={problem === "" ? "text-sm" : "text-sm font-medium text-again"}>{problem || said}</p>
    </form>
  );
}
