import type { Mode } from "../../lib/cards/fence.ts";
import { type Version, VERSIONS } from "../../lib/cards/versions.ts";
import { CORES, sameProgram } from "../../lib/lab/stage-messages.ts";

/** A program that was run on this device. */
export interface KeptRun {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
  readonly freeThreaded?: boolean | undefined;
  readonly cores?: number | undefined;
  /** ms since 1970. */
  readonly at: number;
}

const KEY = "heapwise.runs";
const RUNS_AT_MOST = 30;
/** A program longer than this is not kept: storage is small and shared with the review's log. */
const CHARACTERS_AT_MOST = 20_000;

function isRun(value: unknown): value is KeptRun {
  if (typeof value !== "object" || value === null) return false;
  const { source, version, mode, freeThreaded, cores, at } = value as Record<string, unknown>;
  return typeof source === "string" && VERSIONS.some((one) => one === version) && (mode === "script" || mode === "repl") && (freeThreaded === undefined || freeThreaded === true) && (cores === undefined || CORES.some((one) => one === cores)) && typeof at === "number";
}

/** The runs in a text from storage, which anything may have written; newest first. */
export function readRuns(text: string | null): KeptRun[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isRun) : [];
  } catch {
    return []; // not ours: the next run writes it anew
  }
}

/** The runs with one more. The same program is there once, where it was run last. */
export function withRun(runs: readonly KeptRun[], run: KeptRun): KeptRun[] {
  if (run.source.trim() === "" || run.source.length > CHARACTERS_AT_MOST) return [...runs];
  return [run, ...runs.filter((one) => !sameProgram(one, run))].slice(0, RUNS_AT_MOST);
}

/** What this device remembers; empty where storage is switched off. */
export function keptRuns(): KeptRun[] {
  try {
    return readRuns(localStorage.getItem(KEY));
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

/** Remembers the runs. False when storage is full or refused. */
export function keepRuns(runs: readonly KeptRun[]): boolean {
  try {
    if (runs.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(runs));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
