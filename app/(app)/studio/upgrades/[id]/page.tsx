import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "../../../../../components/layout/page.tsx";
import { MergeDesk } from "../../../../../components/studio/merge-desk.tsx";
import { loadUpgrade } from "../../../../../lib/upgrades/loaders.ts";

export const metadata: Metadata = { title: "Merge" };

export default async function UpgradePage({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params;
  const upgrade = await loadUpgrade(id);
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <div className="grid gap-1">
          <h1 className="text-3xl">Two changes of one card</h1>
          <p><Link className="prose-link" href={`/studio/cards/${id}`}>{upgrade.title}</Link></p>
        </div>
        <MergeDesk upgrade={upgrade} />
      </div>
    </Page>
  );
}
