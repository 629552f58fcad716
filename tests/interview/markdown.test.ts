import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { isSound } from "../../lib/cards/card.ts";
import { libraryCardOf } from "../../lib/content/card-view.ts";
import { fileNameOf, reportMarkdown } from "../../lib/interview/markdown.ts";
import { reportOf } from "../../lib/interview/report.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { cardFile } from "../content-sync/library.ts";
import { interviewOf, promptOf, unseen } from "./builders.ts";

const { card } = cardFile("card-a");
if (!isSound(card)) throw new Error(card.problems[0]?.message);
const CARD = libraryCardOf(card, "a-1", []);

function markdown(...prompts: Parameters<typeof interviewOf>[0]): string {
  const report = reportOf(interviewOf(prompts, { createdAt: Date.UTC(2026, 10, 28, 12) }), new Map([["a-1", CARD]]), [], dayFromIso("2026-11-28"));
  return reportMarkdown({ ...report, timeZone: "UTC" });
}

describe("a report as Markdown", () => {
  test("has what its page has: verdict, criteria, what was said, missed points, levels and the interviewer's note", () => {
    const text = markdown(promptOf({ answer: "it compares identity", points: [0], levels: [3, 2, null, 1], byInterviewer: true, note: "Good start." }));
    for (const part of ["# Mock interview of 28 Nov 2026", "| Verdict |", "## By criterion", "it compares identity", "- said: ", "- missed: ", "Correctness 3 of 3: Right throughout", "The interviewer notes: Good start.", "Model answer: "]) expect(text).toContain(part);
  });

  test("keeps an answer apart from the report, whatever stands in it", () => {
    const answer = "# not a heading\n```\n| no | table |\n````python\n<script>alert(1)</script>";
    const tree = fromMarkdown(markdown(promptOf({ answer, points: [0] })));
    expect(tree.children.filter((node) => node.type === "code").map((node) => node.value)).toContain(answer);
    expect(tree.children.filter((node) => node.type === "html")).toEqual([]);
    expect(tree.children.filter((node) => node.type === "heading" && node.depth === 1)).toHaveLength(1);
  });

  test("tells nothing of a card that was not answered while the interview runs", () => {
    const report = reportOf(interviewOf([promptOf({ submittedAt: null, answer: null, draft: "half" }), unseen({ position: 1 })], { finishedAt: null }), new Map([["a-1", CARD]]), [], dayFromIso("2026-11-28"));
    const text = reportMarkdown({ ...report, timeZone: "UTC" });
    expect(text).toContain("half");
    for (const secret of [CARD.title, CARD.answerLine, ...CARD.rubric]) expect(text).not.toContain(secret);
    expect(fileNameOf(report)).toMatch(/^heapwise-interview-\d{4}-\d\d-\d\d\.md$/);
  });
});
