"use client";
import { Page } from "./page.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** A page that failed. The rest of the app goes on. */
export function FailedPage({ error, reset }: Props) {
  return (
    <Page>
      <div className="grid justify-items-start gap-5">
        <h1 className="text-3xl">This page failed</h1>
        <p className="text-ink-2">The fault is ours. Answers you gave are kept on this device until the server has them.</p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={reset}>Try again</Button>
          <ButtonLink look="quiet" href="/">Home</ButtonLink>
        </div>
        {error.digest !== undefined && <p className="text-sm text-ink-2">Number of this failure: <code className="font-mono">{error.digest}</code></p>}
      </div>
    </Page>
  );
}
