import { wholeSeconds } from "../limits/words.ts";

/** The error by which next-auth's credentials answer says how long to wait: its message becomes the answer's error parameter. */
export const waitError = (ms: number): Error => new Error(`wait-${wholeSeconds(ms)}`);

/** The seconds to wait that the address in next-auth's answer names, or null where it names another error. */
export function secondsToWait(address: string): number | null {
  const [, seconds] = /[?&]error=wait-(\d{1,6})(?:&|$)/.exec(address) ?? [];
  return seconds === undefined ? null : Number(seconds);
}
