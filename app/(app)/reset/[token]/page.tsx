import type { Metadata } from "next";
import { ResetForm } from "../../../../components/auth/reset-form.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { passwordProblem } from "../../../../lib/auth/password.ts";
import { loadResetState } from "../../../../lib/auth/recovery/loaders.ts";
import { safeReturnPath } from "../../../../lib/auth/return-path.ts";

// The address is a secret until it is used.
export const metadata: Metadata = { title: "Set a new password", robots: { index: false }, referrer: "no-referrer" };

interface Props {
  readonly params: Promise<{ token: string }>;
  readonly searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SetPasswordPage({ params, searchParams }: Props) {
  const { token } = await params;
  const returnTo = safeReturnPath([(await searchParams).callbackUrl ?? ""].flat()[0]);
  const state = await loadResetState(token);
  return (
    <Page width="form">
      <div className="grid gap-7">
        <h1 className="text-3xl">Set a new password</h1>
        <ResetForm token={token} state={state} minimum={passwordProblem("") ?? ""} returnTo={returnTo} />
      </div>
    </Page>
  );
}
