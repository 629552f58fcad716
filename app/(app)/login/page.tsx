import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { LoginForm } from "../../../components/auth/login-form.tsx";
import { ProviderButtons } from "../../../components/auth/provider-buttons.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { Notice } from "../../../components/ui/notice.tsx";
import { currentUser, pendingUser, signInProviders } from "../../../lib/auth/loaders.ts";
import { safeReturnPath } from "../../../lib/auth/return-path.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const returnTo = safeReturnPath([callbackUrl ?? ""].flat()[0]);
  if ((await currentUser()) !== null) redirect(returnTo as Route);
  const back = encodeURIComponent(returnTo);
  if ((await pendingUser()) !== null) redirect(`/second-factor?callbackUrl=${back}`);
  return (
    <Page width="form">
      <div className="grid gap-7">
        <h1 className="text-3xl">Sign in</h1>
        {error !== undefined && <Notice tone="problem">Signing in elsewhere did not work. Try again, or use your password.</Notice>}
        <LoginForm returnTo={returnTo} />
        <ProviderButtons providers={signInProviders()} returnTo={returnTo} />
        <div className="grid gap-2">
          <p>No account yet? <Link className="prose-link" href={`/signup?callbackUrl=${back}`}>Sign up</Link></p>
          <p>Forgot the password? <Link className="prose-link" href={`/reset?callbackUrl=${back}`}>Set a new one</Link></p>
        </div>
      </div>
    </Page>
  );
}
