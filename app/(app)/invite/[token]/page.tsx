import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { AcceptForm } from "../../../../components/people/accept-form.tsx";
import { ROLE_IN_SENTENCE } from "../../../../components/people/words.ts";
import { ButtonLink } from "../../../../components/ui/button.tsx";
import { currentUser } from "../../../../lib/auth/loaders.ts";
import { loadInvitation } from "../../../../lib/invitations/loaders.ts";

// The address is a secret until it is used.
export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

const ENDED = { used: "This invitation was used already.", expired: "This invitation is too old.", revoked: "This invitation was taken back." } as const;

export default async function InvitePage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [user, invitation] = await Promise.all([currentUser(), loadInvitation(token)]);
  const back = encodeURIComponent(`/invite/${token}`);
  return (
    <Page width="form">
      <div className="grid gap-6">
        <h1 className="text-3xl">Invitation</h1>
        {invitation === null || invitation.state !== "open" ? (
          <p>{invitation === null || invitation.state === "open" ? "There is no such invitation." : ENDED[invitation.state]} Ask whoever sent it for a new one.</p>
        ) : user === null ? (
          <>
            <p>This link makes one account {ROLE_IN_SENTENCE[invitation.role]} of this Heapwise. Sign up or sign in first; you come back here.</p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href={`/signup?callbackUrl=${back}`}>Sign up</ButtonLink>
              <ButtonLink look="quiet" href={`/login?callbackUrl=${back}`}>Sign in</ButtonLink>
            </div>
          </>
        ) : (
          <>
            <p>This link makes {user.email} {ROLE_IN_SENTENCE[invitation.role]} of this Heapwise. It works once.</p>
            <AcceptForm token={token} />
          </>
        )}
      </div>
    </Page>
  );
}
