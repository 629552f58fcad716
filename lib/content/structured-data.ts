import { TOPICS } from "../cards/topics.ts";
import { blockText } from "../cards/tree.ts";
import { formatVersions } from "../cards/versions.ts";
import type { LibraryCard } from "./library-card.ts";

const LEVELS: Readonly<Record<number, string>> = { 1: "junior", 2: "middle", 3: "senior", 4: "staff" };

/** A card in the words of schema.org, for search engines: a resource to learn from that holds one question with its answer. */
export function structuredData(card: LibraryCard, address: string): object {
  const topic = TOPICS.find((one) => one.id === card.topic)?.title ?? card.topic;
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    "@id": address,
    url: address,
    name: card.title,
    description: card.answerLine,
    inLanguage: "en",
    isAccessibleForFree: true,
    learningResourceType: "Flashcard",
    educationalLevel: LEVELS[card.level],
    timeRequired: `PT${card.seconds}S`,
    about: { "@type": "Thing", name: topic },
    keywords: ["Python", `Python ${formatVersions(card.versions)}`, ...card.tags],
    dateModified: card.reviewedOn,
    citation: card.sources,
    hasPart: {
      "@type": "Question",
      eduQuestionType: "Flashcard",
      name: card.title,
      text: blockText(card.question),
      acceptedAnswer: { "@type": "Answer", text: blockText(card.answer) },
    },
  };
}

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
