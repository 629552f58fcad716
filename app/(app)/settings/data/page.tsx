import type { Metadata } from "next";
import Link from "next/link";
import { BringBack } from "../../../../components/account/bring-back.tsx";
import { CalendarFeed } from "../../../../components/account/calendar-feed.tsx";
import { DownloadList } from "../../../../components/account/download-list.tsx";
import { EraseForm } from "../../../../components/account/erase-form.tsx";
import { TokenList } from "../../../../components/account/token-list.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { TitledSection } from "../../../../components/layout/titled-section.tsx";
import { requireUser } from "../../../../lib/auth/loaders.ts";
import { loadTokens } from "../../../../lib/auth/tokens/loaders.ts";
import { loadFeedSince } from "../../../../lib/calendar/loaders.ts";
import { CANCEL_DAYS } from "../../../../lib/erasure/rules.ts";

export const metadata: Metadata = { title: "Your data" };

export default async function YourDataPage() {
  const user = await requireUser("/settings/data");
  const [tokens, feedSince] = await Promise.all([loadTokens(), loadFeedSince()]);
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: user.timeZone });
  const shown = tokens.map(({ id, name, expiresAt, lastUsedAt }) => ({ id, name, ends: `valid until ${date.format(expiresAt)}`, used: lastUsedAt === null ? "not used yet" : `last used on ${date.format(lastUsedAt)}` }));
  return (
    <Page>
      <div className="grid gap-10">
        <header className="grid gap-2">
          <p className="text-sm"><Link prefetch={false} className="prose-link" href="/settings">Settings</Link></p>
          <h1 className="text-3xl">Your data</h1>
          <p className="max-w-prose text-ink-2">What you did here is yours: take it with you, let your own programs read it, or delete it.</p>
        </header>
        <TitledSection id="export" title="Take it with you"><DownloadList /></TitledSection>
        <TitledSection id="import" title="Bring it back" note="“Everything, as JSON” can be brought into an account that has no answers yet, here or wherever Heapwise runs: the log, and with it every card's state, settings, plan and breaks."><BringBack /></TitledSection>
        <TitledSection id="calendar" title="Calendar" note="A secret address that a calendar program subscribes to: how many cards are due on each of the next 60 days. Who has the address can read that, and nothing else."><CalendarFeed since={feedSince === null ? null : date.format(feedSince)} /></TitledSection>
        <TitledSection id="tokens" title="Tokens for your programs" note={<>A token lets a program of yours read your data, and change nothing. What can be read is in the <a className="prose-link" href="/api/v1/openapi.json">OpenAPI document</a>.</>}><TokenList tokens={shown} /></TitledSection>
        <TitledSection
          id="delete"
          title="Delete the account"
          note={`At once you are signed out everywhere, and tokens, calendar and reminders end. For ${CANCEL_DAYS} days you can sign in and call it off. Then your account, every answer, state and interview are deleted for good, and no restored backup brings them back. Cards that you wrote stay in the library without your name, and so do reports of errors.`}
        >
          {user.eraseAt === null ? <EraseForm hasPassword={user.hasPassword} days={CANCEL_DAYS} /> : <p>It will be deleted on {date.format(user.eraseAt)}. At the top of each page you can call it off.</p>}
        </TitledSection>
      </div>
    </Page>
  );
}
