import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "../../../components/auth/code-form.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { currentUser, pendingUser } from "../../../lib/auth/loaders.ts";
import { safeReturnPath } from "../../../lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Second factor" };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const returnTo = safeReturnPath([(await searchParams).callbackUrl ?? ""].flat()[0]);
  if ((await currentUser()) !== null) redirect(returnTo as Route);
  const pending = await pendingUser();
  if (pending === null) redirect(`/login?callbackUrl=${encodeURIComponent(returnTo)}`);
  return (
    <Page width="form">
      <div className="grid gap-7">
        <div className="grid gap-2">
          <h1 className="text-3xl">Second factor</h1>
          <p className="text-ink-2">Signing in as {pending.email}. One code more, and you are in.</p>
        </div>
        <CodeForm returnTo={returnTo} />
        <p className="text-ink-2">Lost both the app and the recovery codes? Ask the admin to reset your second factor.</p>
      </div>
    </Page>
  );
}
