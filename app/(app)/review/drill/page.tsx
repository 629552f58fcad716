import type { Metadata } from "next";
import { DrillFound } from "../../../../components/drill/drill-choice.tsx";
import { DrillForm } from "../../../../components/drill/drill-form.tsx";
import { DrillIdeas } from "../../../../components/drill/drill-ideas.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { currentUser } from "../../../../lib/auth/loaders.ts";
import { now } from "../../../../lib/clock.ts";
import { loadDrillChoice } from "../../../../lib/drills/loaders.ts";
import { type Params, readDrillRequest } from "../../../../lib/drills/schema.ts";

export const metadata: Metadata = { title: "Drill" };

export default async function DrillPage({ searchParams }: { readonly searchParams: Promise<Params> }) {
  const { typed, size } = readDrillRequest(await searchParams, now());
  const [user, choice] = await Promise.all([currentUser(), typed === null ? null : loadDrillChoice(typed)]);
  return (
    <Page>
      <div className="grid gap-8">
        <div className="grid gap-2">
          <h1 className="text-3xl">Drill</h1>
          <p className="max-w-prose text-ink-2">Practise the cards you choose, whatever is due. Your answers go into the log and no card&rsquo;s day moves: what is due today stays due.</p>
        </div>
        <DrillForm typed={typed ?? ""} size={size} />
        {typed === null || choice === null ? <DrillIdeas signedIn={user !== null} /> : <DrillFound typed={typed} size={size} choice={choice} />}
      </div>
    </Page>
  );
}
