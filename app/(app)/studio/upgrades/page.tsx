import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../../components/layout/page.tsx";
import { loadUpgrades } from "../../../../lib/upgrades/loaders.ts";

export const metadata: Metadata = { title: "Upgrades" };

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export default async function UpgradesPage() {
  const rows = await loadUpgrades();
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="grid max-w-prose gap-2">
          <h1 className="text-3xl">Upgrades</h1>
          <p className="text-ink-2">A release never overwrites what was edited here. Where both sides changed a card, the two texts wait here to be merged; until then the library keeps its own.</p>
        </div>
        {rows.length === 0 ? <p>No edit of this library met a changed file of a release.</p> : (
          <ul className="border-t border-edge">
            {rows.map(({ cardId, title, cameAt }) => (
              <li key={cardId} className="border-b border-line">
                <Link href={`/studio/upgrades/${cardId}`} className="group grid gap-0.5 py-3">
                  <span className="font-medium group-hover:text-accent">{title}</span>
                  <span className="text-sm text-ink-2"><span translate="no" className="font-mono">{cardId}</span>, the file came on {dayOf(cameAt)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
