import type { Metadata } from "next";
import { Page } from "../../../../../components/layout/page.tsx";
import { CardDesk } from "../../../../../components/studio/desk.tsx";
import { loadDraftDesk, requireAuthor } from "../../../../../lib/studio/loaders.ts";

export const metadata: Metadata = { title: "New card" };

export default async function DraftDeskPage({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAuthor(`/studio/drafts/${id}`);
  const desk = await loadDraftDesk(id);
  return (
    <Page width="full">
      <div className="grid gap-6">
        <CardDesk desk={desk} />
      </div>
    </Page>
  );
}
