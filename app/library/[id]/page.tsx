import type { Metadata } from "next";
import { Blocks } from "../../../components/cards/blocks.tsx";
import { AnswerText, CardReasons } from "../../../components/cards/card-answer.tsx";
import { CardMeta } from "../../../components/cards/card-meta.tsx";
import { RelatedCards } from "../../../components/cards/related-cards.tsx";
import { FlagCard } from "../../../components/flags/flag-card.tsx";
import { OwnFlags } from "../../../components/flags/own-flags.tsx";
import { Page } from "../../../components/layout/page.tsx";
import { ButtonLink } from "../../../components/ui/button.tsx";
import { currentUser } from "../../../lib/auth/loaders.ts";
import { loadCard, loadLibraryRows } from "../../../lib/content/loaders.ts";
import { loadOwnFlags } from "../../../lib/flags/loaders.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const card = await loadCard(id);
  return { title: card.title, description: card.answerLine, alternates: { canonical: `/library/${card.id}` } };
}

export default async function CardPage({ params }: Props) {
  const { id } = await params;
  const card = await loadCard(id);
  const [all, user, ownFlags] = await Promise.all([loadLibraryRows(), currentUser(), loadOwnFlags(card.id)]);
  const named = (ids: readonly string[]) => all.filter((one) => ids.includes(one.id));
  return (
    <Page>
      <article className="grid gap-8">
        <header className="grid gap-3">
          <CardMeta card={card} />
          <h1 className="text-2xl sm:text-3xl">{card.title}</h1>
        </header>
        <div className="grid gap-4 text-[1.05rem]"><Blocks blocks={card.question} /></div>
        <details className="group grid gap-6">
          <summary className="flex w-fit min-h-12 list-none items-center rounded-lg border border-edge bg-surface px-5 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
            <span className="group-open:hidden">Show the answer</span><span className="hidden group-open:inline">Hide the answer</span>
          </summary>
          <div className="grid gap-7 pt-6">
            <h2 className="sr-only">Answer</h2>
            <AnswerText card={card} />
            <CardReasons card={card} version={user?.targetVersion ?? "3.14"} />
            <section className="grid gap-3">
              <h3 className="text-[1.05rem]">What a good answer says</h3>
              <ul className="grid list-disc gap-1 pl-5">{card.rubric.map((point) => <li key={point}>{point}</li>)}</ul>
            </section>
          </div>
        </details>
        <footer className="grid gap-6 border-t border-line pt-6">
          <RelatedCards title="Better learned first" cards={named(card.prerequisites)} />
          <RelatedCards title="Leads on to" cards={named(card.followups)} />
          <p className="text-sm text-ink-2">Text last reviewed on {card.reviewedOn}.</p>
          <OwnFlags flags={ownFlags} timeZone={user?.timeZone ?? "UTC"} />
          <div className="flex flex-wrap items-center gap-3">
            <ButtonLink look="quiet" href="/review">Go to the review</ButtonLink>
            <FlagCard cardId={card.id} revisionId={card.revisionId} signedIn={user !== null} />
          </div>
        </footer>
      </article>
    </Page>
  );
}
