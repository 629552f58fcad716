import type { Version } from "../cards/versions.ts";
import { VERSIONS } from "../cards/versions.ts";
import { TOPIC_IDS } from "../cards/topics.ts";
import { LENGTHS, STYLES, TIMINGS } from "./choices.ts";
import { levelsOf } from "./criteria.ts";
import { askOf } from "./ladder.ts";
import type { Pair } from "./pair.ts";
import type { Setup } from "./schema.ts";
import type { Interview, Prompt } from "./types.ts";

/** The columns of a prompt. */
export interface PromptRow extends Omit<Prompt, "shownAt" | "deadlineAt" | "submittedAt" | "objective" | "points" | "ask" | "levels"> {
  readonly shownAt: bigint | null;
  readonly deadlineAt: bigint | null;
  readonly submittedAt: bigint | null;
  readonly objective: string | null;
  readonly points: string | null;
  readonly ask: string;
  readonly levels: string | null;
}

export interface InterviewRow {
  readonly id: string;
  readonly createdAt: bigint;
  readonly finishedAt: bigint | null;
  readonly lengthMinutes: number;
  readonly level: number;
  readonly topics: string;
  readonly targetVersion: string;
  readonly timePercent: number;
  readonly style: string;
  readonly spoken: boolean;
  readonly calm: boolean;
  readonly bring: boolean;
  readonly prompts: readonly PromptRow[];
}

const numberOrNull = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** Places between commas, as a column holds them. */
export const pointsText = (points: readonly number[]): string => [...points].sort((a, b) => a - b).join(",");

export function promptOf(row: PromptRow): Prompt {
  const { shownAt, deadlineAt, submittedAt, objective, points } = row;
  return {
    ...row,
    shownAt: numberOrNull(shownAt),
    deadlineAt: numberOrNull(deadlineAt),
    submittedAt: numberOrNull(submittedAt),
    objective: objective === "pass" || objective === "fail" ? objective : null,
    points: points === null ? null : points.split(",").filter((part) => part !== "").map(Number),
    ask: askOf(row.ask),
    levels: levelsOf(row.levels),
  };
}

function setupOf({ lengthMinutes, level, topics, targetVersion, timePercent, style, spoken, calm, bring }: InterviewRow): Setup {
  return {
    lengthMinutes: LENGTHS.find((one) => one === lengthMinutes) ?? LENGTHS[0],
    level,
    topics: TOPIC_IDS.filter((topic) => topics.split(",").includes(topic)),
    targetVersion: VERSIONS.find((one): one is Version => one === targetVersion) ?? "3.14",
    timePercent: TIMINGS.find((one) => one === timePercent) ?? TIMINGS[0],
    style: STYLES.find((one) => one === style) ?? STYLES[0],
    spoken,
    calm,
    bring,
  };
}

export function interviewOf(row: InterviewRow): Interview {
  return { id: row.id, setup: setupOf(row), createdAt: Number(row.createdAt), finishedAt: numberOrNull(row.finishedAt), prompts: [...row.prompts].sort((a, b) => a.position - b.position).map(promptOf) };
}

export function pairOf(row: { readonly interviewerId: string | null; readonly interviewerSeenAt: bigint | null; readonly candidateSeenAt: bigint | null }): Pair {
  return { interviewerId: row.interviewerId, interviewerSeenAt: numberOrNull(row.interviewerSeenAt), candidateSeenAt: numberOrNull(row.candidateSeenAt) };
}
