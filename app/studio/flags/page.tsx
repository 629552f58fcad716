import type { Metadata } from "next";
import { OpenFlag, ResolvedFlags } from "../../../components/flags/inbox.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { loadInbox } from "../../../lib/flags/loaders.ts";

export const metadata: Metadata = { title: "Flags" };

export default async function FlagsPage() {
  const { open, resolved } = await loadInbox();
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <h1 className="text-3xl">Flags</h1>
        {open.length === 0 ? <p className="text-ink-2">No reader waits for an answer.</p> : <ul className="border-t border-edge">{open.map((flag) => <OpenFlag key={flag.id} flag={flag} />)}</ul>}
        {resolved.length > 0 && <details><summary className="flex min-h-12 items-center font-semibold">Answered: {resolved.length}</summary><ResolvedFlags flags={resolved} /></details>}
      </div>
    </Page>
  );
}
