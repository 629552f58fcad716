import { DEFAULT_VERSION, profileOf } from "./profiles/profiles.ts";
import type { RunOptions } from "./types.ts";
import { DEFAULT_SETTINGS, type LaneListener, type RunSettings } from "./vm/machine-options.ts";

/** What the options ask of threads and processes; a sentence where the version has no such build. */
export function runSettings({ version = DEFAULT_VERSION, cores = DEFAULT_SETTINGS.cores, freeThreaded: isFree = false, schedule }: RunOptions, lanes: LaneListener | null = null): RunSettings | string {
  if (isFree && profileOf(version).freeThreading === null) return `Python ${version} has no free-threaded build; 3.13 was the first that had one.`;
  return { cores: Math.max(1, cores), isFree, schedule: schedule ?? null, lanes };
}
