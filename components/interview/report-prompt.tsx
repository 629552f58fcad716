import Link from "next/link";
import { formatVersions } from "../../lib/cards/versions.ts";
import { CRITERIA } from "../../lib/interview/criteria.ts";
import { formOf } from "../../lib/interview/ladder.ts";
import type { PromptReport } from "../../lib/interview/report.ts";
import { factsOf, levelText, percent } from "../../lib/interview/words.ts";
import { Blocks } from "../cards/blocks.tsx";
import { topicTitle } from "../cards/card-meta.tsx";
import { StandingMark } from "../cards/evidence-mark.tsx";
import { proofStanding } from "../../lib/content/proof-standing.ts";
import { Given } from "./given.tsx";
import { Recordings } from "./recording/recordings.tsx";

/** The key points beside what was said: each missed one with the cards that teach it. */
function Rubric({ rubric, texts }: { readonly rubric: PromptReport["rubric"]; readonly texts: readonly string[] }) {
  return (
    <div className="grid gap-1">
      <h4 className="text-base font-semibold">What a good answer says</h4>
      {rubric === null ? <ul className="grid list-disc gap-1 pl-5">{texts.map((text) => <li key={text}>{text}</li>)}</ul> : (
        <ul className="grid gap-1">
          {rubric.map(({ text, said, cards }) => (
            <li key={text} className="flex gap-3">
              <span className={`w-14 shrink-0 font-semibold ${said ? "text-held" : "text-again"}`}>{said ? "said" : "missed"}</span>
              <span>{text}{cards.length > 0 && <span className="block text-sm text-ink-2">Cards: {cards.map(({ id, title }, place) => <span key={id}>{place > 0 && ", "}<Link className="prose-link" href={`/library/${id}`}>{title}</Link></span>)}</span>}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Levels({ levels, note }: Pick<PromptReport["prompt"], "levels" | "note">) {
  const given = CRITERIA.flatMap((criterion, place) => {
    const level = levels?.[place] ?? null;
    return level === null ? [] : [levelText(criterion, level)];
  });
  if (given.length === 0 && note === "") return null;
  return (
    <div className="grid gap-1">
      <h4 className="text-base font-semibold">By criterion</h4>
      <ul className="grid gap-1">{given.map((text) => <li key={text}>{text}</li>)}</ul>
      {note !== "" && <p><span className="font-semibold">The interviewer notes</span> {note}</p>}
    </div>
  );
}

interface PromptPartProps {
  readonly report: PromptReport;
  readonly over: boolean;
  /** The candidate's own page, which may have recordings; not a private link. */
  readonly own: boolean;
  readonly interviewId: string;
}

/** One prompt of the report: what was said beside the model answer and the key points. */
export function PromptPart({ report, over, own, interviewId }: PromptPartProps) {
  const { prompt, card, part, score, rubric, overtimeSeconds } = report;
  const given = prompt.submittedAt !== null;
  const told = given || over;
  const state = given ? percent(score) : "not handed in";
  const text = prompt.answer ?? prompt.draft;
  return (
    // Before its answer nothing of the card is shown, its title may say too much.
    <details className="border-b border-line py-1" open={score !== null && score < 1}>
      <summary className="min-h-12 py-2.5"><h3 className="inline text-base font-semibold">{prompt.position + 1}. {told ? card.title : "The prompt that is open"}</h3> <span className="text-sm text-ink-2">{topicTitle(card.topic)}{prompt.follows === null ? "" : ", follow-up"}{prompt.marked ? ", marked" : ""}: <span className="tabular-nums">{state}{overtimeSeconds === 0 ? "" : ", overtime"}</span></span></summary>
      <div className="grid gap-4 py-3">
        {part.lead !== null && <p className="font-semibold">{part.lead}</p>}
        <p className="text-sm text-ink-2">{factsOf(report)}{told && <> <StandingMark kind={proofStanding(card).kind} /> Python {formatVersions(card.versions)}.</>}</p>
        <div className="grid gap-4 md:grid-cols-2">
          <div className="grid min-w-0 content-start gap-1">
            <h4 className="text-base font-semibold">{own ? "You said" : "Said"}</h4>
            <Given form={formOf(card.kind, prompt.ask)} text={text} code={prompt.code} sketch={prompt.sketch} heading="h4" />
          </div>
          {told && <div className="grid min-w-0 content-start gap-1"><h4 className="text-base font-semibold">Model answer</h4><Blocks blocks={card.answer} /></div>}
        </div>
        {own && <Recordings interviewId={interviewId} position={prompt.position} />}
        {given && <Rubric rubric={rubric} texts={card.rubric} />}
        {given && <Levels levels={prompt.levels} note={prompt.note} />}
      </div>
    </details>
  );
}
