"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Waiting } from "../../lib/studio/types.ts";

/** A place of the studio. */
interface StudioLink {
  readonly href: Route;
  readonly label: string;
  /** What waits there. */
  readonly waits?: keyof Waiting;
}

/** The places that every author has. */
const AUTHOR_LINKS: readonly StudioLink[] = [
  { href: "/studio", label: "Cards" },
  { href: "/studio/flags", label: "Flags", waits: "flags" },
  { href: "/studio/statistics", label: "Statistics" },
  { href: "/studio/exchange", label: "Import and export" },
  { href: "/studio/upgrades", label: "Upgrades", waits: "upgrades" },
  { href: "/studio/proofs", label: "Proofs" },
];

/** And those of admins. */
const ADMIN_LINKS: readonly StudioLink[] = [
  { href: "/studio/people", label: "People" },
  { href: "/studio/audit", label: "Audit" },
];

/** The studio's own navigation; the longest link that the address begins with is marked. */
export function StudioNav({ admin, waiting }: { readonly admin: boolean; readonly waiting: Waiting }) {
  const links = admin ? [...AUTHOR_LINKS, ...ADMIN_LINKS] : AUTHOR_LINKS;
  const path = usePathname();
  const at = (href: string): boolean => path === href || path.startsWith(`${href}/`);
  const here = links.filter(({ href }) => at(href)).reduce((longest, { href }) => (href.length > longest.length ? href : longest), "");
  const bar = useRef<HTMLElement>(null);
  // On a phone the places are one row that scrolls: the one that is open is on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is open
  useEffect(() => {
    const link = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (bar.current !== null && link != null) bar.current.scrollLeft = link.offsetLeft - (bar.current.clientWidth - link.offsetWidth) / 2;
  }, [here]);
  return (
    <nav ref={bar} aria-label="Studio" className="relative flex gap-x-1 overflow-x-auto border-b border-line sm:flex-wrap">
      {links.map(({ href, label, waits }) => (
        <Link key={href} href={href} aria-current={href === here ? "page" : undefined} className="inline-flex min-h-12 shrink-0 items-center border-b-2 focus-visible:-outline-offset-2 border-transparent px-3 text-ink-2 first:pl-0 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink">
          {label}{waits !== undefined && waiting[waits] > 0 && <span className="ml-1.5 text-sm font-normal tabular-nums text-ink-2">{waiting[waits]}<span className="sr-only"> waiting</span></span>}
        </Link>
      ))}
    </nav>
  );
}
