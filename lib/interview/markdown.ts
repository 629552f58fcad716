import { TOPICS } from "../cards/topics.ts";
import { CRITERIA, ANCHORS } from "./criteria.ts";
import type { PromptReport, Report } from "./report.ts";
import { clock, dateText, factsOf, levelText, percent, ruleSentence } from "./words.ts";

const topicTitle = (topic: string): string => TOPICS.find((one) => one.id === topic)?.title ?? topic;

/** Text that Markdown shows as it is. */
const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** Text in a fence longer than any run of backticks in it. */
function fenced(text: string, language = ""): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\r\n?/g, "\n").trimEnd()}\n${fence}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The name of the report's file: `heapwise-interview-2026-11-28.md`. */
export const fileNameOf = ({ interview }: Pick<Report, "interview">): string => `heapwise-interview-${new Date(interview.createdAt).toISOString().slice(0, 10)}.md`;

/** A report as CommonMark with tables (GFM): what its page shows, in the same order. */
export function reportMarkdown(report: Report & { readonly timeZone: string }): string {
  const { interview, score, verdict, points, byTopic, byCriterion, followUps, plannedSeconds, usedSeconds, overtimeSeconds, drill, calibration } = report;
  const over = interview.finishedAt !== null;
  const answered = interview.prompts.filter((prompt) => prompt.submittedAt !== null).length;
  const parts = [
    `# Mock interview of ${dateText(interview.createdAt, report.timeZone)}`,
    table(["", ""], [
      ["Verdict", verdict ?? "none: no answer was judged"],
      ["Score", percent(score)],
      ["Answered", `${answered} of ${interview.prompts.length} prompts`],
      ["Rubric points said", points.of === 0 ? "none were to be judged" : `${points.said} of ${points.of}`],
      ["Time", `${clock(usedSeconds)}${plannedSeconds === null ? ", without limit" : ` of ${clock(plannedSeconds)} planned`}`],
      ["Overtime", overtimeSeconds === 0 ? "none" : clock(overtimeSeconds)],
      ["Asked about", `Python ${interview.setup.targetVersion}`],
    ]),
    `The verdict follows the mean score of the prompts: ${ruleSentence}.`,
    ...(drill.length === 0 ? [] : ["## What to drill next", drill.map((item) => `- ${plain(item.title)}: ${plain(item.reason)}`).join("\n")]),
    ...(byTopic.length === 0 ? [] : ["## By topic", table(["Topic", "Prompts", "Score"], byTopic.map((one) => [topicTitle(one.topic), String(one.prompts), percent(one.score)]))]),
    ...(byCriterion.length === 0 ? [] : ["## By criterion", table(["Criterion", "Answers", "Score"], byCriterion.map((one) => [ANCHORS[one.criterion].title, String(one.answers), percent(one.score)]))]),
    ...(followUps.answered === 0 ? [] : ["## Follow-ups", `${followUps.answered - followUps.missed.length} of ${followUps.answered} were answered in full.`]),
    ...(calibration === null ? [] : ["## Confidence", `Over ${calibration.answers} answers: ${Math.round(calibration.said * 100)} % sure on average, ${Math.round(calibration.was * 100)} % right; Brier score ${calibration.brier.toFixed(2)}.`]),
    "## Prompt by prompt",
    ...report.prompts.filter(({ prompt }) => prompt.shownAt !== null).flatMap((part) => promptParts(part, over)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function promptParts(part: PromptReport, over: boolean): string[] {
  const { prompt, card, score, rubric } = part;
  const given = prompt.submittedAt !== null;
  const said = prompt.answer ?? prompt.draft;
  const levels = CRITERIA.flatMap((criterion, place) => {
    const level = prompt.levels?.[place] ?? null;
    return level === null ? [] : [`- ${plain(levelText(criterion, level))}`];
  });
  return [
    // Before its answer nothing of the card is told.
    `### ${prompt.position + 1}. ${given || over ? plain(card.title) : "The prompt that is open"}: ${given ? percent(score) : "not handed in"}`,
    ...(part.part.lead === null ? [] : [`Follow-up: ${plain(part.part.lead)}`]),
    plain(factsOf(part)),
    "You said:",
    fenced(said.trim() === "" ? "(nothing)" : said, part.prompt.ask === "prove" ? "python" : ""),
    ...(prompt.code.trim() === "" ? [] : ["In the code box:", fenced(prompt.code, "python")]),
    ...(prompt.sketch === "" ? [] : ["In the sketch:", fenced(prompt.sketch)]),
    ...(given || over ? [`Model answer: ${plain(card.answerLine)}`] : []),
    ...(rubric === null || rubric.length === 0 ? [] : [rubric.map((point) => `- ${point.said ? "said" : "missed"}: ${plain(point.text)}`).join("\n")]),
    ...(levels.length === 0 ? [] : [levels.join("\n")]),
    ...(prompt.note === "" ? [] : [`The interviewer notes: ${plain(prompt.note)}`]),
    ...(given || over ? [`Versions: ${card.versions.join(", ")} (${card.evidence})`] : []),
  ];
}
