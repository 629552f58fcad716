import { connection } from "next/server";
import type { ReactNode } from "react";
import { KeepAccount } from "../../components/account/keep-account.tsx";
import { LogSync } from "../../components/auth/log-sync.tsx";
import { AccountLinks } from "../../components/layout/account-links.tsx";
import { SiteFooter } from "../../components/layout/site-footer.tsx";
import { SkipLink } from "../../components/layout/skip-link.tsx";
import { SiteHeader } from "../../components/layout/site-header.tsx";
import { OfflineReady } from "../../components/offline/register.tsx";
import { currentUser } from "../../lib/auth/loaders.ts";
import { roleIncludes } from "../../lib/auth/user.ts";
import { loadDeviceSettings } from "../../lib/settings/loaders.ts";
import { mono, sans } from "../fonts.ts";
import "../globals.css";

export { metadata, viewport } from "../frame.ts";

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is drawn for its request: one drawn at build time would have no nonce, and the policy would stop its scripts.
  await connection();
  const [user, { theme }] = await Promise.all([currentUser(), loadDeviceSettings()]);
  const author = user !== null && roleIncludes(user.role, "AUTHOR");
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <SkipLink />
        {user?.eraseAt != null && <KeepAccount when={new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: user.timeZone }).format(user.eraseAt)} />}
        <SiteHeader account={<AccountLinks signedIn={user !== null} author={author} />} />
        {children}
        <SiteFooter signedIn={user !== null} author={author} />
        {user !== null && <LogSync userId={user.id} />}
        <OfflineReady />
      </body>
    </html>
  );
}
