"use client";
import "./globals.css";

/** Stands in for the whole page when even the frame around it failed; so it needs nothing of it. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Heapwise failed</title>
        <main className="mx-auto grid max-w-3xl justify-items-start gap-5 px-4 py-16">
          <h1 className="text-3xl">Heapwise failed</h1>
          <p className="text-ink-2">The fault is ours. Answers you gave are kept on this device until the server has them.</p>
          <button type="button" onClick={reset} className="min-h-12 rounded-lg bg-accent px-5 font-semibold text-on-accent">Try again</button>
        </main>
      </body>
    </html>
  );
}
