import type { Metadata } from "next";
import { Page } from "../../../../../components/layout/page.tsx";
import { CardDesk } from "../../../../../components/studio/desk.tsx";
import { RetireForm } from "../../../../../components/studio/retire-form.tsx";
import { Notice } from "../../../../../components/ui/notice.tsx";
import { loadCardDesk, requireAuthor } from "../../../../../lib/studio/loaders.ts";

export const metadata: Metadata = { title: "Edit a card" };

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CardDeskPage({ params, searchParams }: Props) {
  const [{ id }, { published }] = await Promise.all([params, searchParams]);
  const { isAdmin } = await requireAuthor(`/studio/cards/${id}`);
  const desk = await loadCardDesk(id);
  const number = desk.card?.number ?? 0;
  return (
    <Page width="full">
      <div className="grid gap-6">
        {published === String(number) && <Notice>Published as revision {number}.</Notice>}
        {/* Made anew with each revision: the desk begins from its text. */}
        <CardDesk key={`${id} ${number}`} desk={desk} />
        {isAdmin && <RetireForm cardId={id} retired={desk.card?.status === "RETIRED"} />}
      </div>
    </Page>
  );
}
