import type { Metadata } from "next";
import { Page } from "../../../../../components/layout/page.tsx";
import { CheatSheet } from "../../../../../components/library/cheat-sheet.tsx";
import { PrintButton } from "../../../../../components/ui/print-button.tsx";
import { loadTopicSheet } from "../../../../../lib/content/loaders.ts";
import { loadOrigin } from "../../../../../lib/http/loaders.ts";

interface Props {
  readonly params: Promise<{ topic: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic, cards } = await loadTopicSheet((await params).topic);
  const description = `${cards.length} interview questions on ${topic.title.toLowerCase()} in Python with their short answers, on a sheet to print.`;
  return { title: `${topic.title}: cheat sheet`, description, alternates: { canonical: `/library/topics/${topic.id}` } };
}

export default async function TopicPage({ params }: Props) {
  const { topic, cards } = await loadTopicSheet((await params).topic);
  return (
    <Page width="wide">
      <div className="grid gap-6 print:gap-2">
        <header className="grid gap-3 print:gap-0">
          <p className="text-sm print:hidden"><a className="prose-link" href="/library">Library</a></p>
          <h1 className="text-3xl print:text-[15pt]">{topic.title}</h1>
          <p className="text-ink-2 print:text-[8pt]">{cards.length} questions with their short answers. <span className="print:hidden">Why it is so, and the proof, are on each card&rsquo;s page.</span><span className="hidden print:inline">Reasons and proofs: {loadOrigin().replace(/^https?:\/\//, "")}/library/topics/{topic.id}</span></p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
            <PrintButton>Print the sheet</PrintButton>
            <a className="prose-link inline-flex min-h-12 items-center" href={`/library?topic=${topic.id}`}>Cards of this topic, without the answers</a>
          </div>
        </header>
        <CheatSheet cards={cards} />
      </div>
    </Page>
  );
}
