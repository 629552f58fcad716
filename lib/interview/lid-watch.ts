/** Two clocks of a browser at one moment, in ms: one that cannot be set but in some systems stands still while the device sleeps, and the day's, which can be set. */
export interface Clocks {
  readonly steady: number;
  readonly wall: number;
}

/** What is known of the time since the server last told its own. */
export interface LidWatch {
  /** UTC ms by the server's clock, and the steady clock's time when that was drawn. */
  readonly server: number;
  readonly at: number;
  readonly last: Clocks;
  /** How long the device slept, in ms; 0 when it did not. */
  readonly slept: number;
}

/** The two clocks went apart by this much: the device slept, or a clock was set. */
const APART_MS = 2_000;
/** A tab in the background still runs once a minute; longer than this it did not run at all. */
const SLEPT_MS = 120_000;

/** Begins with the server's time as the page was drawn with. */
export const beginWatch = (server: number, clocks: Clocks): LidWatch => ({ server, at: clocks.steady, last: clocks, slept: 0 });

/** The server told its time again: what it has more than the steady clock was slept away. */
export function drawnAnew(watch: LidWatch, server: number, clocks: Clocks): LidWatch {
  const missed = server - watch.server - (clocks.steady - watch.at);
  return { server, at: clocks.steady, last: clocks, slept: missed > SLEPT_MS ? missed : watch.slept };
}

/** One look at the clocks. `compare`: the server is to be asked for its time, as they cannot be trusted alone. */
export function lookedAt(watch: LidWatch, clocks: Clocks): { readonly watch: LidWatch; readonly compare: boolean } {
  const gap = clocks.steady - watch.last.steady;
  const asleep = gap > SLEPT_MS;
  const apart = Math.abs(clocks.wall - watch.last.wall - gap) > APART_MS;
  return { watch: { ...watch, last: clocks, slept: asleep ? gap : watch.slept }, compare: asleep || apart };
}

/** Whole seconds until the deadline, negative in overtime. Only the server's clock and the steady one count; nothing here moves a deadline. */
export const secondsLeft = ({ server, at }: LidWatch, deadlineAt: number, steady: number): number => Math.ceil((deadlineAt - server - (steady - at)) / 1_000);
