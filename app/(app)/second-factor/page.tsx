import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "../../../components/auth/code-form.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { currentUser, pendingUser } from "../../../lib/auth/loaders.ts";
import { safeReturnPath } from "../../../lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Second factor" };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[]; with?: string | string[] }>;
}

export default async function SecondFactorPage({ searchParams }: Props) {
  const query = await searchParams;
  const returnTo = safeReturnPath([query.callbackUrl ?? ""].flat()[0]);
  const recovery = query.with === "recovery";
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
        <CodeForm key={String(recovery)} returnTo={returnTo} recovery={recovery} />
        <p className="text-ink-2">Lost both the app and the recovery codes? Ask the admin to reset your second factor.</p>
      </div>
    </Page>
  );
}
