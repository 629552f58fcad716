"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header, marked when the page is it or below it. Not fetched beforehand: pages are made for their request, and there are links on each. */
export function NavLink({ href, children }: { readonly href: Route; readonly children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link prefetch={false} href={href} aria-current={here ? "page" : undefined} className="inline-flex min-h-12 items-center px-2 text-ink-2 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink sm:px-3">
      {children}
    </Link>
  );
}
