import type { Finding } from "./findings.ts";

/** One run of all proofs. Instants in UTC ms. */
export interface RunRow {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly versions: string;
  /** Whether a process is at it. */
  readonly alive: boolean;
  readonly cards: number;
  readonly done: number;
  /** Address of who started it; null for the schedule. */
  readonly startedBy: string | null;
}

export interface CardFinding extends Omit<Finding, "version" | "mode"> {
  readonly cardId: string;
  readonly title: string;
  readonly version: string;
  readonly mode: string;
}

/** The newest run with what it found. */
export interface RunReport {
  readonly run: RunRow;
  readonly findings: readonly CardFinding[];
  /** More may have been found than are shown. */
  readonly total: number;
}
