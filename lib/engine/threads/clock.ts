import type { Machine } from "../vm/machine.ts";

/** What a monotonic clock reads when a program begins: seconds since the machine was switched on. */
export const UPTIME_SECONDS = 1_000;
/** A timed wait ends up to so much late (the timer slack of Linux). */
const LATENESS_NANOSECONDS = 50_000;
/** The next number of a sequence that looks like chance (Lehmer; its products are exact). */
const nextChance = (last: number) => (last * 48_271) % 2_147_483_647;

interface Event {
  readonly time: number;
  readonly order: number;
  readonly action: () => void;
  cancelled: boolean;
}

/**
 * Virtual time of one process, in nanoseconds. Work moves it on by the unit, a jump by any amount; events happen at their
 * time, those of one time in the order in which they were asked for.
 */
export class Clock {
  /** What one unit of work takes. */
  readonly unit: number;
  /** Nanoseconds that passed without work, or that work took more or less than its units. */
  private idle = 0;
  /** What a unit of work takes at the moment, as a multiple: less than 1 where several threads work at once. */
  private rate = 1;
  /** Work that was done at other rates. */
  private mark = 0;
  private readonly events: Event[] = [];
  private order = 0;
  private chance = 1;
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
    this.unit = vm.profile.threads.unitNanoseconds;
  }

  /** Nanoseconds of work that the budget has paid for. */
  worked(): number {
    const units = this.vm.limits.steps - this.vm.budget;
    return Number.isFinite(units) ? Math.max(0, Math.trunc(units)) * this.unit : 0;
  }

  now(): number {
    return this.mark + (this.worked() - this.mark) * this.rate + this.idle;
  }

  /** From here on work takes so many times its units. */
  setRate(rate: number): void {
    if (rate === this.rate) return;
    const worked = this.worked();
    this.idle += (worked - this.mark) * (this.rate - 1);
    this.mark = worked;
    this.rate = rate;
  }

  /** Moves the clock without work; a negative amount takes work back that somebody else has done. */
  shift(nanoseconds: number): void {
    this.idle += nanoseconds;
  }

  /** How much later than asked a waiter wakes: never the same, so that no loop runs in step with it, and the same in every run. */
  lateness(): number {
    this.chance = nextChance(this.chance);
    return (this.chance / 2_147_483_647) * LATENESS_NANOSECONDS;
  }

  /** The budget that is left when it is that time, if work goes on until then. */
  budgetAt(time: number): number {
    return this.vm.budget - Math.max(0, Math.ceil((time - this.now()) / (this.unit * this.rate)));
  }

  /** How long one thread alone takes for work that has taken so long at the present rate. */
  atFullRate(nanoseconds: number): number {
    return nanoseconds / this.rate;
  }

  at(time: number, action: () => void): Event {
    const event: Event = { time, order: this.order++, action, cancelled: false };
    let place = this.events.length;
    while (place > 0 && this.events[place - 1].time <= time) place--;
    this.events.splice(place, 0, event);
    this.vm.charge(1);
    return event;
  }

  /** Nobody waits here any more. */
  forgetEvents(): void {
    this.events.length = 0;
  }

  /** The time of the next event, or null. */
  peekNext(): number | null {
    const { events } = this;
    while (events.length > 0 && events[events.length - 1].cancelled) events.pop();
    return events.length > 0 ? events[events.length - 1].time : null;
  }

  /** Lets everything happen that is due. */
  runDue(): void {
    for (let next = this.peekNext(); next !== null && next <= this.now(); next = this.peekNext()) this.events.pop()?.action();
  }

  /** Jumps to the next event and lets it happen; false when there is none. */
  jump(): boolean {
    const next = this.peekNext();
    if (next === null) return false;
    const wait = next - this.now();
    if (wait > 0) this.shift(wait);
    this.events.pop()?.action();
    return true;
  }
}
