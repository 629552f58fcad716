import type { Metadata } from "next";
import Link from "next/link";
import { ResetRequestForm } from "../../../components/auth/reset-request-form.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { resetByMail } from "../../../lib/auth/recovery/loaders.ts";
import { RESET_VALID_MINUTES } from "../../../lib/auth/recovery/token.ts";
import { safeReturnPath } from "../../../lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Set a new password" };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function ResetPage({ searchParams }: Props) {
  const returnTo = safeReturnPath([(await searchParams).callbackUrl ?? ""].flat()[0]);
  return (
    <Page width="form">
      <div className="grid gap-7">
        <h1 className="text-3xl">Set a new password</h1>
        {resetByMail() ? (
          <>
            <p className="text-ink-2">Type the address of your account. You get a mail with a link that sets a new password.</p>
            <ResetRequestForm returnTo={returnTo} minutes={RESET_VALID_MINUTES} />
          </>
        ) : (
          <>
            <p>This Heapwise sends no mail. Ask its admin for a link that sets a new password; it works once, within {RESET_VALID_MINUTES} minutes.</p>
            <p className="text-ink-2">You are the admin? On the server, run <code className="font-mono text-[0.92em]">npm run admin -- reset ADDRESS</code>.</p>
          </>
        )}
        <p><Link className="prose-link" href={`/login?callbackUrl=${encodeURIComponent(returnTo)}`}>Back to signing in</Link></p>
      </div>
    </Page>
  );
}
