import type { Decision, ScheduleOption } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import type { Schedule } from "./schedule.ts";

/** The longest slice that a seed gives, in units of work. */
const LONGEST = 2_000;
/** The next number of a sequence that looks like chance (Lehmer; its products are exact). */
const nextChance = (last: number) => (last * 48_271) % 2_147_483_647;

/** The holder is asked after so many instructions. */
class Every implements Schedule {
  readonly isForced = false;
  readonly decisions = null;
  private readonly nanoseconds: number;

  constructor(vm: Machine, instructions: number) {
    this.nanoseconds = Math.max(1, instructions) * vm.profile.threads.unitNanoseconds;
  }

  slice(): number {
    return this.nanoseconds;
  }

  atDropPoint(): number {
    return 1;
  }

  next(): number {
    return 0;
  }
}

/** Slices and turns by chance: the same for the same seed. */
class BySeed implements Schedule {
  readonly isForced = false;
  readonly decisions = null;
  private chance: number;
  private readonly unit: number;

  constructor(vm: Machine, seed: number) {
    this.chance = nextChance(1 + (Math.abs(Math.trunc(seed)) % 2_147_483_645));
    this.unit = vm.profile.threads.unitNanoseconds;
  }

  private below(limit: number): number {
    this.chance = nextChance(this.chance);
    return this.chance % limit;
  }

  slice(): number {
    return (1 + this.below(LONGEST)) * this.unit;
  }

  atDropPoint(waiting: number): number {
    return 1 + this.below(waiting);
  }

  next(ready: number): number {
    return this.below(ready);
  }
}

/**
 * Each choice that there is, as a list says: at every drop point of the program's own code at which others wait, and whenever the
 * running thread waits. Behind the list's end nobody is interrupted.
 */
class ByChoices implements Schedule {
  readonly isForced = true;
  readonly decisions: Decision[] = [];
  private readonly choices: readonly number[];

  constructor(choices: readonly number[]) {
    this.choices = choices;
  }

  slice(): number {
    return 0;
  }

  atDropPoint(waiting: number): number {
    return this.choose(waiting + 1, true);
  }

  next(ready: number): number {
    return ready === 1 ? 0 : this.choose(ready, false);
  }

  private choose(options: number, interrupts: boolean): number {
    const taken = Math.min(this.choices[this.decisions.length] ?? 0, options - 1);
    this.decisions.push({ options, taken, interrupts });
    return taken;
  }
}

export function chosenSchedule(vm: Machine, option: ScheduleOption): Schedule {
  if ("every" in option) return new Every(vm, option.every);
  return "seed" in option ? new BySeed(vm, option.seed) : new ByChoices(option.choices);
}
