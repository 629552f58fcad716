import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { LogSync } from "../components/auth/log-sync.tsx";
import { SiteFooter } from "../components/layout/site-footer.tsx";
import { SiteHeader } from "../components/layout/site-header.tsx";
import { currentUser } from "../lib/auth/loaders.ts";
import { roleIncludes } from "../lib/auth/user.ts";
import { loadDeviceSettings } from "../lib/settings/loaders.ts";
import { mono, sans } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Heapwise: how Python really works, with proof", template: "%s · Heapwise" },
  description: "Drills for Python interviews on names, objects, memory and bytecode. Each proven answer comes with the program that shows it.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#161514" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is drawn for its request: one drawn at build time would have no nonce, and the policy would stop its scripts.
  await connection();
  const [user, { theme }] = await Promise.all([currentUser(), loadDeviceSettings()]);
  const author = user !== null && roleIncludes(user.role, "AUTHOR");
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-20 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-3">Skip to the content</a>
        <SiteHeader signedIn={user !== null} author={author} />
        {children}
        <SiteFooter author={author} />
        {user !== null && <LogSync userId={user.id} />}
      </body>
    </html>
  );
}
