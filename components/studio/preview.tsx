"use client";
import { memo } from "react";
import type { ParsedCard } from "../../lib/cards/card.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import { cellsOf } from "../../lib/content/proof-cells.ts";
import { Blocks } from "../cards/blocks.tsx";
import { AnswerText, CardReasons } from "../cards/card-answer.tsx";
import { Question } from "../review/question.tsx";
import type { BlockRun } from "./checker.ts";

/** A text whose front matter cannot be read: its parts as they are. */
function Parts({ card }: { readonly card: ParsedCard }) {
  return (
    <div className="grid gap-5">
      <p className="text-ink-2">The front matter has errors, so this is only the text.</p>
      <Blocks blocks={card.question} />
      <h2 className="border-t border-line pt-5 text-lg">Answer</h2>
      <Blocks blocks={card.answer} />
      <Blocks blocks={card.why} />
      <Blocks blocks={card.proof} />
    </div>
  );
}

/** The card as a learner sees it, before the answer is shown or with it, drawn by the same components. */
export const Preview = memo(function Preview({ card, blocks, answer }: { readonly card: ParsedCard; readonly blocks: readonly BlockRun[]; readonly answer: boolean }) {
  const { front } = card;
  if (front === null) return <Parts card={card} />;
  const results = blocks.flatMap((block) => [...block.cells.values()].flatMap((cell) => (cell.state === "ran" ? [cell.result] : [])));
  const shown = libraryCardOf({ ...card, front }, "preview", cellsOf(results, { ranAt: Date.now(), engineHash: "of this browser" }));
  return (
    <div className="grid gap-6">
      <Question card={shown} level="h2" />
      {answer && <section className="grid gap-6 border-t border-line pt-5">
        <h2 className="text-lg">Answer</h2>
        <AnswerText card={shown} />
        <CardReasons card={shown} version="3.14" />
        <section className="grid gap-3">
          <h3 className="text-[1.05rem]">What a good answer says</h3>
          <ul className="grid list-disc gap-1 pl-5">{shown.rubric.map((point) => <li key={point}>{point}</li>)}</ul>
        </section>
      </section>}
    </div>
  );
});
