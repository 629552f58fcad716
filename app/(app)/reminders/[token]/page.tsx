import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { StopForm } from "../../../../components/reminders/stop-form.tsx";
import { loadStopState } from "../../../../lib/reminders/loaders.ts";

export const metadata: Metadata = { title: "End the reminders", robots: { index: false } };

export default async function StopPage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const open = await loadStopState(token);
  return (
    <Page>
      <div className="grid gap-5">
        <h1 className="text-3xl">End the reminders</h1>
        {open ? <p className="text-ink-2">No mail will come any more on days with cards. You can ask for them again in the settings.</p> : <p className="text-ink-2">There is nothing to end: no mails come, or the link is an old one. The settings say which.</p>}
        {open && <StopForm token={token} />}
      </div>
    </Page>
  );
}
