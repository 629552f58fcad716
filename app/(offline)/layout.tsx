import { connection } from "next/server";
import type { ReactNode } from "react";
import { SkipLink } from "../../components/layout/skip-link.tsx";
import { PlainHeader } from "../../components/offline/plain-header.tsx";
import { ThemeOfDevice } from "../../components/offline/theme-of-device.tsx";
import { mono, sans } from "../fonts.ts";
import "../globals.css";

export { metadata, viewport } from "../frame.ts";

/** The frame of the page that a device keeps for when there is no connection: nothing in it may depend on who asked for it. */
export default async function OfflineLayout({ children }: { readonly children: ReactNode }) {
  // Made for its request, as it needs a nonce; the device keeps it with the policy that names it.
  await connection();
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <SkipLink />
        <ThemeOfDevice />
        <PlainHeader />
        {children}
      </body>
    </html>
  );
}
