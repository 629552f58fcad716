import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ProviderButtons } from "../../../components/auth/provider-buttons.tsx";
import { SignupForm } from "../../../components/auth/signup-form.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { currentUser, signInProviders } from "../../../lib/auth/loaders.ts";
import { passwordProblem } from "../../../lib/auth/password.ts";
import { safeReturnPath } from "../../../lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Sign up" };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignupPage({ searchParams }: Props) {
  const returnTo = safeReturnPath([(await searchParams).callbackUrl ?? ""].flat()[0]);
  if ((await currentUser()) !== null) redirect(returnTo as Route);
  return (
    <Page width="form">
      <div className="grid gap-7">
        <div className="grid gap-2">
          <h1 className="text-3xl">Sign up</h1>
          <p className="text-ink-2">An account keeps your answers and asks each card again when it is due, on any device.</p>
        </div>
        <SignupForm returnTo={returnTo} minimum={passwordProblem("") ?? ""} />
        <ProviderButtons providers={signInProviders()} returnTo={returnTo} />
        <p>Have an account? <Link className="prose-link" href={`/login?callbackUrl=${encodeURIComponent(returnTo)}`}>Sign in</Link></p>
      </div>
    </Page>
  );
}
