import { DEFAULT_RETENTION, type FsrsMemory, reviewFsrs } from "./fsrs.ts";
import type { Quality } from "./grade.ts";
import { review, SCHEDULER as SM2, type Sm2Memory, UNSEEN } from "./sm2.ts";

export const SCHEDULERS = ["sm2", "fsrs"] as const;

/** What a user chose: the scheduler that reads the log, and the retention that FSRS aims at, in percent. */
export interface SchedulerSetting {
  readonly scheduler: (typeof SCHEDULERS)[number];
  readonly retention: number;
}

export const DEFAULT_SETTING: SchedulerSetting = { scheduler: "sm2", retention: DEFAULT_RETENTION };

/** What the scheduler remembers of a card; both kinds know `repetitions` and the uncapped `intervalDays`. */
export type Memory = Sm2Memory | FsrsMemory;

export const isFsrs = (memory: Memory): memory is FsrsMemory => "stability" in memory;

/**
 * Name and revision of the rule, written into every event: `sm2-p/1`, or `fsrs6-r90/1` for a retention of 90 %. The due
 * day that an event was shown counts only where the log is read under the same rule.
 */
export function schedulerName({ scheduler, retention }: SchedulerSetting): string {
  return scheduler === "sm2" ? SM2 : `fsrs6-r${retention}/1`;
}

/**
 * Memory after the first answer of a study day, `elapsedDays` after the one before. A card goes on under the scheduler
 * that its memory is of: the setting may have changed on another device, and the log is folded anew then.
 */
export function remember(before: Memory | null, quality: Quality, elapsedDays: number, setting: SchedulerSetting): Memory {
  if (before === null) return setting.scheduler === "fsrs" ? reviewFsrs(null, quality, 0, setting.retention) : review(UNSEEN, quality);
  return isFsrs(before) ? reviewFsrs(before, quality, elapsedDays, setting.retention) : review(before, quality);
}
