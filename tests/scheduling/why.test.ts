import { describe, expect, test } from "vitest";
import type { SchedulerSetting } from "../../lib/scheduling/scheduler.ts";
import type { Quality } from "../../lib/scheduling/grade.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { NEW, type Schedule, schedule } from "../../lib/scheduling/state.ts";
import { dayFromIso } from "../../lib/scheduling/study-day.ts";
import { whyThisDate } from "../../lib/scheduling/why.ts";

const START = dayFromIso("2026-11-01");

/** A card answered on its due days. */
function learned(grades: readonly Quality[], setting: SchedulerSetting = DEFAULT_SETTING): Schedule & { readonly status: "learned" } {
  const [first = 4, ...rest] = grades;
  return rest.reduce((state, grade) => schedule(state, grade, state.dueDay, setting), schedule(NEW, first, START, setting));
}

const standing = (state: Schedule) => ({ schedule: state, suspended: false, buriedDay: null, brought: null });
const why = (state: Schedule, today: number) => whyThisDate("a", standing(state), today, { lastPass: null });

describe("why a card has its date", () => {
  test("names the interval, how SM-2 came to it, and the day of the answer", () => {
    expect(why(learned([4]), START + 1)).toBe("Due today, 1 day after your answer of 1 November. SM-2 gives 1 day after a first recall.");
    expect(why(learned([4, 4]), START + 3)).toBe("Due on 8 November, 6 days after your answer of 2 November. SM-2 gives 6 days after the second recall in a row.");
    expect(why(learned([4, 4, 4]), START + 30)).toBe("Due since 23 November, 15 days after your answer of 8 November. SM-2 gave 15 days after 3 recalls in a row: the interval before, times the easiness (now 2.50).");
    expect(why(learned([4, 4, 2]), START + 8)).toBe("Due today, 1 day after your answer of 8 November. SM-2 starts again with 1 day after a miss.");
  });

  test("tells what moved the date", () => {
    const state = learned([4, 4, 4]);
    expect(why({ ...state, dueDay: state.dueDay - 2 }, START)).toContain("Moved 2 days earlier, to even out your days.");
    expect(why(learned([5, 5, 5, 5, 5, 5]), START)).toContain("No interval here is longer than 365 days.");
  });

  test("names FSRS's figures", () => {
    expect(why(learned([4], { scheduler: "fsrs", retention: 90 }), START + 3)).toBe("Due today, 3 days after your answer of 1 November. FSRS gave 3 days, when it expects 88 % recall (stability 2.3 days, difficulty 2.1 of 10).");
  });

  test("tells of the last pass, of what was brought, suspended, buried, and new", () => {
    const state = learned([4, 4, 4, 4]);
    const pass = { firstDay: START + 30, interviewDay: START + 37 };
    expect(whyThisDate("a", standing(state), START + 23, { lastPass: pass })).toMatch(/^Due on \d December.*Instead of 31 December, it has its last pass before your interview on 8 December\.$/);
    expect(whyThisDate("a", { ...standing(state), brought: { day: START, reason: "missed in the mock interview" } }, START, { lastPass: null })).toBe("Asked beside its schedule: missed in the mock interview.");
    expect(whyThisDate("a", { ...standing(state), suspended: true }, START, { lastPass: null })).toMatch(/^Suspended/);
    expect(whyThisDate("a", { ...standing(state), buriedDay: START }, START, { lastPass: null })).toMatch(/^Buried/);
    expect(why(NEW, START)).toMatch(/^New to you/);
  });
});
