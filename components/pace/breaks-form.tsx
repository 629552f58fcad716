"use client";
import { useActionState } from "react";
import { addBreak, type PaceResult, removeBreak } from "../../lib/pace/actions.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";

/** A break with its dates, in words made on the server. */
export interface ShownBreak {
  readonly id: string;
  readonly words: string;
}

function BreakRow({ one }: { readonly one: ShownBreak }) {
  const [result, remove, busy] = useActionState<PaceResult | null, FormData>(removeBreak, null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line">
      <span>{one.words}</span>
      <form action={remove}>
        <input type="hidden" name="id" value={one.id} />
        <button type="submit" aria-disabled={busy} className="prose-link inline-flex min-h-12 items-center">Remove<span className="sr-only"> {one.words}</span></button>
      </form>
      <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
    </li>
  );
}

/** Breaks to come, and a form for another. `today` as a date. */
export function BreaksForm({ breaks, today }: { readonly breaks: readonly ShownBreak[]; readonly today: string }) {
  const [result, add, busy] = useActionState<PaceResult | null, FormData>(addBreak, null);
  const problems = result?.status === "invalid" ? result.problems : {};
  return (
    <div className="grid gap-5">
      {breaks.length > 0 && <ul className="grid">{breaks.map((one) => <BreakRow key={one.id} one={one} />)}</ul>}
      <form key={breaks.length} action={add} className="grid max-w-md gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="First day" name="from" type="date" min={today} required problem={problems.from} />
          <Field label="Last day" name="until" type="date" min={today} required problem={problems.until} />
        </div>
        <Notice tone="problem">{result?.status === "refused" ? result.reason : ""}</Notice>
        <Button type="submit" look="quiet" className="justify-self-start" aria-disabled={busy}>Add the break</Button>
      </form>
    </div>
  );
}
