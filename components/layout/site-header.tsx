import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link.tsx";

/** The same on every page; `account` is the end of its navigation. */
export function SiteHeader({ account }: { readonly account: ReactNode }) {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-5xl in-[body:has(main[data-width=full])]:max-w-[100rem] flex-wrap items-center px-4 sm:px-6">
        <Link prefetch={false} href="/" className="-ml-1 inline-flex min-h-14 min-w-11 items-center gap-2 px-1 font-bold tracking-tight">
          <svg viewBox="0 0 24 12" className="h-3 w-6" aria-hidden="true"><circle cx="4" cy="6" r="3" className="fill-accent" /><path d="M7 6h6" className="stroke-ink-2" strokeWidth="1.4" /><rect x="13.7" y="1.7" width="8.6" height="8.6" rx="2" fill="none" className="stroke-hard" strokeWidth="1.6" /></svg>
          <span className="sr-only min-[480px]:not-sr-only">Heapwise</span>
        </Link>
        <nav aria-label="Main" className="-mr-2 ml-auto flex flex-wrap justify-end sm:-mr-3 text-[0.95rem]">
          <NavLink href="/review">Review</NavLink>
          <NavLink href="/library">Library</NavLink>
          <NavLink href="/interview">Interview</NavLink>
          <span className="hidden sm:contents"><NavLink href="/play">Playground</NavLink></span>
          {account}
        </nav>
      </div>
    </header>
  );
}
