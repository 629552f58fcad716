import type { LastPass } from "../../lib/scheduling/last-pass.ts";
import type { SchedulerSetting } from "../../lib/scheduling/scheduler.ts";
import { answersOf, simulate, type SimulationRules, unseenCards } from "../../lib/scheduling/simulate.ts";
import type { Row } from "./server.ts";

const RUNS = 40;
const START = 20_000;
const NO_LIMIT = 10_000;
const SM2: SchedulerSetting = { scheduler: "sm2", retention: 90 };
const fsrs = (retention: number): SchedulerSetting => ({ scheduler: "fsrs", retention });

interface Case {
  readonly what: string;
  readonly days: number;
  readonly cards: number;
  readonly setting: SchedulerSetting;
  /** Days of the last pass; 0 for none. */
  readonly pass: number;
  /** The figures published in scheduling/README.md, where they are: answers, peak, recall on the day, worst decile, recall 30 days later. */
  readonly published?: string;
}

const T42 = { days: 42, cards: 300 } as const;
const CASES: readonly Case[] = [
  { ...T42, what: "SM-2", setting: SM2, pass: 0, published: "1608, 65, 0.961, 0.908, 0.887" },
  { ...T42, what: "SM-2, last pass of 7 days", setting: SM2, pass: 7, published: "1804, 65, 0.980, 0.949, 0.905" },
  { ...T42, what: "SM-2, last pass of 5 days", setting: SM2, pass: 5, published: "peak 74, 0.985" },
  { ...T42, what: "SM-2, last pass of 4 days", setting: SM2, pass: 4, published: "peak 89, 0.987" },
  { ...T42, what: "SM-2, last pass of 3 days", setting: SM2, pass: 3, published: "peak 115, 0.989" },
  { ...T42, what: "FSRS-6 at 90 %", setting: fsrs(90), pass: 0, published: "1532, 74, 0.949, 0.915, 0.873" },
  { ...T42, what: "FSRS-6 at 90 %, last pass of 7 days", setting: fsrs(90), pass: 7, published: "1785, 74, 0.983, 0.953, 0.909" },
  { ...T42, what: "FSRS-6 at 95 %", setting: fsrs(95), pass: 0, published: "2152, 95, 0.975, 0.953, 0.907" },
  { ...T42, what: "FSRS-6 at 97 %", setting: fsrs(97), pass: 0, published: "2739, 117, 0.983, 0.971, 0.919" },
  { what: "SM-2, 28 days", days: 28, cards: 300, setting: SM2, pass: 0 },
  { what: "SM-2, 28 days, last pass of 7", days: 28, cards: 300, setting: SM2, pass: 7, published: "+2.0 points" },
  { what: "SM-2, 84 days", days: 84, cards: 300, setting: SM2, pass: 0 },
  { what: "SM-2, 84 days, last pass of 7", days: 84, cards: 300, setting: SM2, pass: 7, published: "+2.3 points" },
  { what: "SM-2, 14 days, 150 cards", days: 14, cards: 150, setting: SM2, pass: 0, published: "0.941" },
  { what: "SM-2, 14 days, 150 cards, last pass of 3", days: 14, cards: 150, setting: SM2, pass: 3, published: "0.973" },
];

interface Figures {
  readonly answers: number;
  readonly peak: number;
  readonly recall: number;
  readonly worstDecile: number;
  readonly later: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One course of the days before the interview. */
export function courseOf({ days, cards, setting, pass }: Pick<Case, "days" | "cards" | "setting" | "pass">, seed: string): Figures {
  const interviewDay = START + days;
  const lastPass = (): LastPass | null => (pass === 0 ? null : { firstDay: interviewDay - pass, interviewDay });
  const rules: SimulationRules = { setting, newPerDay: () => 15, reviewsPerDay: NO_LIMIT, lastPass, seed };
  const { days: played, recallOn } = simulate(unseenCards(cards), START, days, rules);
  const recall = [...recallOn(interviewDay)].sort((a, b) => a - b);
  const answers = played.map(answersOf);
  return { answers: answers.reduce((sum, count) => sum + count, 0), peak: Math.max(...answers), recall: mean(recall), worstDecile: recall[Math.floor(recall.length / 10)] ?? 0, later: mean(recallOn(interviewDay + 30)) };
}

/** The simulation of scheduling/README.md, 1.9: 15 new cards a day, memory as FSRS-6 has it, the mean of 40 courses beside the published figures. */
export function interviewRows(): Row[] {
  return CASES.map((one) => {
    const courses = Array.from({ length: RUNS }, (_, run) => courseOf(one, `run-${run}`));
    const of = (name: keyof Figures): number => mean(courses.map((course) => course[name]));
    const own = `${Math.round(of("answers"))} answers, peak ${Math.round(of("peak"))} a day, recall ${of("recall").toFixed(3)} (worst decile ${of("worstDecile").toFixed(3)}), ${of("later").toFixed(3)} after 30 days`;
    return { what: `Interview in ${one.days} days, ${one.cards} cards: ${one.what}`, figure: one.published === undefined ? own : `${own}; published ${one.published}` };
  });
}
