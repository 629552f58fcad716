import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { NewCardForm } from "../../../../components/studio/new-card-form.tsx";
import { requireAuthor } from "../../../../lib/studio/loaders.ts";

export const metadata: Metadata = { title: "New card" };

export default async function NewCardPage() {
  await requireAuthor("/studio/new");
  return (
    <Page width="wide">
      <div className="grid gap-7">
        <h1 className="text-3xl">New card</h1>
        <NewCardForm />
      </div>
    </Page>
  );
}
