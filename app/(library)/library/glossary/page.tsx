import type { Metadata } from "next";
import { Page } from "../../../../components/layout/page.tsx";
import { GlossaryTerm } from "../../../../components/library/glossary-term.tsx";
import { definitionOf, GLOSSARY, termAddress } from "../../../../lib/content/glossary.ts";
import { loadTermCards } from "../../../../lib/content/loaders.ts";
import { scriptJson } from "../../../../lib/content/structured-data.ts";
import { inlineText } from "../../../../lib/cards/tree.ts";
import { loadOrigin } from "../../../../lib/http/loaders.ts";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The words of Python's insides, one meaning each: binding, cell, frame, reference count, GIL and more, with the cards that use them.",
  alternates: { canonical: "/library/glossary" },
};

/** The terms in the words of schema.org. */
function termSet(origin: string): object {
  const terms = GLOSSARY.map((term) => ({ "@type": "DefinedTerm", "@id": `${origin}${termAddress(term.id)}`, name: term.term, description: inlineText(definitionOf(term)) }));
  return { "@context": "https://schema.org", "@type": "DefinedTermSet", name: "Heapwise glossary", hasDefinedTerm: terms };
}

export default async function GlossaryPage() {
  const cards = await loadTermCards();
  return (
    <Page>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element; no browser runs it */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(termSet(loadOrigin())) }} />
      <div className="grid gap-6">
        <h1 className="text-3xl">Glossary</h1>
        <p className="text-ink-2">The words that the cards use, one meaning each. On a card, a word with a dotted line leads here.</p>
        <nav aria-label="Terms"><ul className="flex flex-wrap gap-x-4">{GLOSSARY.map((term) => <li key={term.id}><a className="prose-link inline-flex min-h-8 items-center text-sm" href={termAddress(term.id)}>{term.term}</a></li>)}</ul></nav>
        <div>{GLOSSARY.map((term) => <GlossaryTerm key={term.id} term={term} cards={cards.get(term.id) ?? { first: [], total: 0 }} />)}</div>
      </div>
    </Page>
  );
}
