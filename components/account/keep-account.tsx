"use client";
import { useActionState } from "react";
import { type ErasureResult, keepAccount } from "../../lib/erasure/actions.ts";

/** On every page while a deletion waits: when it comes, and the way back. */
export function KeepAccount({ when }: { readonly when: string }) {
  const [result, keep, busy] = useActionState<ErasureResult | null, FormData>(keepAccount, null);
  return (
    <form action={keep} className="border-b border-line bg-sunken">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 px-4 py-1 sm:px-6">
        <p>This account and all that is yours in it will be deleted on {when}.</p>
        <button type="submit" aria-disabled={busy} className="prose-link inline-flex min-h-11 items-center font-semibold">Keep my account</button>
        <p role="status">{result?.status === "refused" ? result.reason : ""}</p>
      </div>
    </form>
  );
}
