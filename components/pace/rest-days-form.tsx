"use client";
import { useActionState } from "react";
import { type PaceResult, saveRestDays } from "../../lib/pace/actions.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Weekdays on which nothing is asked. */
export function RestDaysForm({ restDays }: { readonly restDays: number }) {
  const [result, save, busy] = useActionState<PaceResult | null, FormData>(saveRestDays, null);
  return (
    // Made anew with what was saved: React would otherwise put the old choices back.
    <form key={restDays} action={save} className="grid gap-4">
      <fieldset className="grid sm:grid-cols-2">
        <legend className="sr-only">Rest days</legend>
        {WEEKDAYS.map((name, day) => <label key={name} className="flex min-h-12 items-center gap-3"><input type="checkbox" name="day" value={day} defaultChecked={(restDays >> day) % 2 === 1} className="size-5 accent-accent" />{name}</label>)}
      </fieldset>
      <Notice tone={result?.status === "refused" ? "problem" : "plain"}>{result?.status === "saved" ? "Saved." : result?.status === "refused" ? result.reason : ""}</Notice>
      <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Save the rest days</Button>
    </form>
  );
}
