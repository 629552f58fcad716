import Link from "next/link";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { mono, sans } from "../fonts.ts";
import "../globals.css";

export { metadata, viewport } from "../frame.ts";

/** The frame of what stands in pages of other sites: it knows nobody, and has nothing to press that has an effect elsewhere. */
export default async function EmbedLayout({ children }: { readonly children: ReactNode }) {
  // Drawn for its request, for the nonce.
  await connection();
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        {children}
        <header className="border-t border-line px-4 text-sm">
          <Link prefetch={false} href="/" target="_blank" className="inline-flex min-h-11 items-center font-semibold">Heapwise</Link>
        </header>
      </body>
    </html>
  );
}
