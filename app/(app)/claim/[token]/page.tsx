import type { Metadata } from "next";
import { ClaimForm } from "../../../../components/auth/claim-form.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { ButtonLink } from "../../../../components/ui/button.tsx";
import { currentUser } from "../../../../lib/auth/loaders.ts";

// The address is a secret until it is used.
export const metadata: Metadata = { title: "Become the admin", robots: { index: false }, referrer: "no-referrer" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function ClaimPage({ params }: Props) {
  const { token } = await params;
  const user = await currentUser();
  const back = encodeURIComponent(`/claim/${token}`);
  return (
    <Page width="form">
      <div className="grid gap-6">
        <h1 className="text-3xl">Become the admin</h1>
        {user === null ? (
          <>
            <p>This link makes one account the admin of this Heapwise. Sign up or sign in first; you come back here.</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={`/signup?callbackUrl=${back}`}>Sign up</ButtonLink>
              <ButtonLink look="quiet" href={`/login?callbackUrl=${back}`}>Sign in</ButtonLink>
            </div>
          </>
        ) : (
          <>
            <p>This link makes {user.email} the admin of this Heapwise. It works once.</p>
            <ClaimForm token={token} />
          </>
        )}
      </div>
    </Page>
  );
}
