"use client";
import { useActionState } from "react";
import { endReminder, type ReminderResult, saveReminder } from "../../lib/reminders/actions.ts";
import type { ReminderHours } from "../../lib/reminders/when.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const SUGGESTED: ReminderHours = { hour: 8, quietFrom: 21, quietUntil: 8 };

const options = HOURS.map((hour) => <option key={hour} value={hour}>{hour}:00</option>);

/** When a mail comes on days with cards, and when none does. */
export function ReminderForm({ reminder }: { readonly reminder: ReminderHours | null }) {
  const [result, save, saving] = useActionState<ReminderResult | null, FormData>(saveReminder, null);
  const [ended, end, ending] = useActionState<ReminderResult | null, FormData>(endReminder, null);
  const shown = reminder ?? SUGGESTED;
  const problems = result?.status === "invalid" ? result.problems : {};
  const refused = [result, ended].find((one) => one?.status === "refused");
  return (
    <div className="grid gap-4">
      <form key={JSON.stringify(shown)} action={save} className="grid max-w-md gap-5">
        <Select label="Not before" name="hour" defaultValue={shown.hour} problem={problems.hour}>{options}</Select>
        <div className="grid gap-5 sm:grid-cols-2">
          <Select label="Quiet from" name="quietFrom" defaultValue={shown.quietFrom} problem={problems.quietFrom}>{options}</Select>
          <Select label="until" name="quietUntil" defaultValue={shown.quietUntil} problem={problems.quietUntil}>{options}</Select>
        </div>
        <Notice tone={refused ? "problem" : "plain"}>{refused?.status === "refused" ? refused.reason : reminder === null && ended?.status === "ended" ? "No more mails come." : result?.status === "saved" ? "Saved." : ""}</Notice>
        <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={saving}>{reminder === null ? "Remind me by mail" : "Save the hours"}</Button>
      </form>
      {reminder !== null && <form action={end}><Button type="submit" look="quiet" aria-disabled={ending}>End the mails</Button></form>}
    </div>
  );
}
