import type { Metadata } from "next";
import { Blocks } from "../../../../components/cards/blocks.tsx";
import { AnswerText, CardReasons } from "../../../../components/cards/card-answer.tsx";
import { CardMeta, LEVEL_WORDS, topicTitle } from "../../../../components/cards/card-meta.tsx";
import { CardVariants } from "../../../../components/cards/card-variants.tsx";
import { RelatedCards } from "../../../../components/cards/related-cards.tsx";
import { FlagCard } from "../../../../components/flags/flag-card.tsx";
import { Page } from "../../../../components/layout/page.tsx";
import { CardHistory } from "../../../../components/library/card-history.tsx";
import { CardTry } from "../../../../components/library/card-try.tsx";
import { withTerms } from "../../../../lib/content/glossary.ts";
import { loadCardPage } from "../../../../lib/content/loaders.ts";
import type { LibraryCard } from "../../../../lib/content/library-card.ts";
import { scriptJson, structuredData } from "../../../../lib/content/structured-data.ts";
import { loadOrigin } from "../../../../lib/http/loaders.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
}

const DESCRIPTION_AT_MOST = 160;

/** The answer in one line, cut between words. */
function descriptionOf({ answerLine }: LibraryCard): string {
  if (answerLine.length <= DESCRIPTION_AT_MOST) return answerLine;
  return `${answerLine.slice(0, answerLine.lastIndexOf(" ", DESCRIPTION_AT_MOST))} …`;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { card } = await loadCardPage((await params).id);
  const address = `/library/${card.id}`;
  const description = descriptionOf(card);
  return { title: card.title, description, alternates: { canonical: address }, openGraph: { type: "article", url: address, title: card.title, description, siteName: "Heapwise" } };
}

/** What the browser needs of the card to take an answer; the texts are in the page already. */
const forAnswering = (card: LibraryCard): LibraryCard => ({ ...card, question: [], answer: [], why: [], proof: [], sources: [], variants: [], matrix: { ...card.matrix, cells: [] } });

export default async function CardPage({ params }: Props) {
  const { card: plain, prerequisites, followups, related, history } = await loadCardPage((await params).id);
  const linked = new Set<string>();
  const card = { ...plain, answer: withTerms(plain.answer, linked), why: withTerms(plain.why, linked) };
  const said = card.kind === "recall" || card.kind === "explain";
  return (
    <Page>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element; no browser runs it */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(structuredData(plain, `${loadOrigin()}/library/${card.id}`)) }} />
      <article className="grid gap-7">
        <header className="grid gap-3">
          <p className="text-sm"><a className="prose-link" href="/library">Library</a> <span aria-hidden="true" className="text-ink-3">/</span> <a className="prose-link" href={`/library?topic=${card.topic}`}>{topicTitle(card.topic)}</a></p>
          <h1 className="text-2xl sm:text-3xl">{card.title}</h1>
          <CardMeta card={card} topic={false} />
        </header>
        <div className="grid gap-4 text-[1.05rem]"><Blocks blocks={card.question} without={card.kind === "fix" ? ["python"] : []} /></div>
        <CardTry
          card={forAnswering(card)}
          answer={<AnswerText card={card} />}
          reasons={
            <>
              {!said && (
                <section className="grid gap-3">
                  <h3 className="text-[1.05rem]">What a good answer says</h3>
                  <ul className="grid list-disc gap-1 pl-5">{card.rubric.map((point) => <li key={point}>{point}</li>)}</ul>
                </section>
              )}
              <CardReasons card={card} version="3.14" />
              <CardVariants card={card} />
            </>
          }
        />
        <footer className="grid gap-8 border-t border-line pt-6">
          <div className="grid gap-6 sm:grid-cols-2">
            <RelatedCards title="Interviewers ask next" cards={followups} />
            <RelatedCards title="Better learned first" cards={prerequisites} />
            <RelatedCards title="On nearly the same" cards={related} />
          </div>
          <p><a className="prose-link inline-flex min-h-11 items-center" href={`/library/topics/${card.topic}`}>Cheat sheet: {topicTitle(card.topic)}</a></p>
          <CardHistory history={history} />
          <p className="text-sm text-ink-2">
            Level {card.level}, {LEVEL_WORDS[card.level]}; {card.seconds} seconds in an interview. Text last reviewed on {card.reviewedOn}. Link to this card: <a className="prose-link [overflow-wrap:anywhere]" href={`/library/${card.id}`}>{loadOrigin().replace(/^https?:\/\//, "")}/library/{card.id}</a>
          </p>
          <FlagCard cardId={card.id} revisionId={card.revisionId} />
        </footer>
      </article>
    </Page>
  );
}
