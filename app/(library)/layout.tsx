import { connection } from "next/server";
import type { ReactNode } from "react";
import { SiteHeader } from "../../components/layout/site-header.tsx";
import { SkipLink } from "../../components/layout/skip-link.tsx";
import { ReaderFooter, ReaderLinks } from "../../components/library/reader-frame.tsx";
import { THEME_SCRIPT } from "../../lib/http/theme-script.ts";
import { loadOrigin } from "../../lib/http/loaders.ts";
import { mono, sans } from "../fonts.ts";
import { metadata } from "../frame.ts";
import "../globals.css";

export { viewport } from "../frame.ts";

export const generateMetadata = () => ({ ...metadata, metadataBase: new URL(loadOrigin()) });

/**
 * The frame of the library, which is the same for everybody: our server makes each page once and sends it from memory
 * (lib/http/captured). So nothing here may ask who reads; the browser adds that.
 */
export default async function LibraryLayout({ children }: { readonly children: ReactNode }) {
  // Made when somebody asks, not while building, where there is no database.
  await connection();
  return (
    // The script below changes this element before React takes over.
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, whose hash the policy names */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <SkipLink />
        <SiteHeader account={<ReaderLinks />} />
        {children}
        <ReaderFooter />
      </body>
    </html>
  );
}
