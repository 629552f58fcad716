"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { invite, revokeInvitation } from "../../lib/invitations/actions.ts";
import type { InvitationRow } from "../../lib/invitations/data.ts";
import { LABEL_AT_MOST } from "../../lib/invitations/schema.ts";
import { useRequest } from "../auth/use-request.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { dayOf, ROLE_IN_SENTENCE } from "./words.ts";

const STATES: Record<InvitationRow["state"], string> = { open: "open", used: "used", expired: "too old", revoked: "revoked" };

function InviteForm({ onMade }: { readonly onMade: () => void }) {
  const { busy, problem, problems, send } = useRequest();
  const [made, setMade] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    void send(async () => {
      const result = await invite(null, new FormData(form));
      if (result.status !== "made") return result;
      setMade(`Give them this link; it works once, until ${new Date(result.expiresAt).toISOString().slice(0, 10)}, and is shown this once: ${result.link}`);
      form.reset();
      onMade();
      return null;
    });
  };
  return (
    <form method="post" className="grid max-w-2xl gap-4 sm:grid-cols-[1fr_12rem_auto] sm:items-start" onSubmit={submit}>
      <Field label="For whom" name="label" required maxLength={LABEL_AT_MOST} autoComplete="off" problem={problems.label} />
      <Select label="Role" name="role" problem={problems.role}><option value="AUTHOR">Author</option><option value="ADMIN">Admin</option></Select>
      <Button type="submit" className="sm:mt-[1.8rem]" aria-disabled={busy}>Make a link</Button>
      <div className="sm:col-span-3 [overflow-wrap:anywhere]"><Notice>{made}</Notice><Notice tone="problem">{problem}</Notice></div>
    </form>
  );
}

/** Links that give a role to whoever opens them first: made, listed, revoked. */
export function Invitations({ rows, timeZone }: { readonly rows: readonly InvitationRow[]; readonly timeZone: string }) {
  const router = useRouter();
  const { problem, send } = useRequest();
  const revoke = (id: string): void => {
    void send(async () => {
      const form = new FormData();
      form.set("id", id);
      const result = await revokeInvitation(null, form);
      router.refresh();
      return result.status === "refused" ? result : null;
    });
  };
  return (
    <section aria-labelledby="invitations" className="grid gap-4 pt-2">
      <div className="grid gap-1">
        <h2 id="invitations" className="text-xl">Invite somebody</h2>
        <p className="text-ink-2">The link gives its role to the account that opens it first, within seven days.</p>
      </div>
      <InviteForm onMade={() => router.refresh()} />
      {rows.length > 0 && (
        <ul className="border-t border-line">
          {rows.map(({ id, label, role, createdAt, state, usedBy }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2">
              <p className="[overflow-wrap:anywhere]"><span className="font-medium">{label}</span> <span className="text-ink-2">as {ROLE_IN_SENTENCE[role]}, {dayOf(createdAt, timeZone)}: {STATES[state]}{usedBy === null ? "" : ` by ${usedBy}`}</span></p>
              {state === "open" && <button type="button" className="prose-link min-h-11" aria-label={`Revoke the invitation for ${label}`} onClick={() => revoke(id)}>Revoke</button>}
            </li>
          ))}
        </ul>
      )}
      <Notice tone="problem">{problem}</Notice>
    </section>
  );
}
