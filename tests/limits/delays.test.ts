import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterFailure, DELAYS, type Failures, LONGEST_DELAY_MS, waitOf } from "../../lib/limits/delays.ts";
import { waitInWords } from "../../lib/limits/words.ts";
import { secondsToWait, waitError } from "../../lib/auth/sign-in-wait.ts";

/** The waits, in seconds, after each of so many failures, each made as soon as it may be. */
function waits(rule: (typeof DELAYS)[keyof typeof DELAYS], failures: number): number[] {
  let row: Failures | null = null;
  let now = 0;
  return Array.from({ length: failures }, () => {
    row = afterFailure(rule, row, now);
    const wait = waitOf(row, now);
    now += wait;
    return wait / 1_000;
  });
}

describe("the wait after wrong passwords", () => {
  it("doubles from a second to fifteen minutes, and nobody is locked out for longer", () => {
    expect(waits(DELAYS.account, 13)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("begins for a network only after as many failures as a few people make who mistype", () => {
    expect(waits(DELAYS.network, 13)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4]);
  });

  it("is forgotten after a day without one", () => {
    const bad = afterFailure(DELAYS.account, { failures: 9, openAt: 0, lastAt: 0 }, DELAYS.account.forgetMs);
    expect(bad).toMatchObject({ failures: 1 });
    expect(afterFailure(DELAYS.account, { failures: 9, openAt: 0, lastAt: 1 }, DELAYS.account.forgetMs)).toMatchObject({ failures: 10 });
  });

  it("is never longer than fifteen minutes, however many there were", () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (failures, now) => waitOf(afterFailure(DELAYS.account, { failures, openAt: 0, lastAt: now }, now), now) <= LONGEST_DELAY_MS));
  });

  it("is said in words", () => {
    expect([1, 2, 64, 128, 900].map(waitInWords)).toEqual(["a second", "2 seconds", "64 seconds", "3 minutes", "15 minutes"]);
  });
});

describe("the answer of the sign-in", () => {
  const address = (error: Error) => `http://localhost:3000/api/auth/error?error=${encodeURIComponent(error.message)}`;

  it("names the seconds to wait, rounded up", () => {
    expect(secondsToWait(address(waitError(8_000)))).toBe(8);
    expect(secondsToWait(address(waitError(8_001)))).toBe(9);
    expect(secondsToWait(address(waitError(1)))).toBe(1);
  });

  it("names none where the password was looked at", () => {
    expect(secondsToWait("http://localhost:3000/api/auth/error?error=CredentialsSignin&provider=credentials")).toBeNull();
    expect(secondsToWait("")).toBeNull();
  });
});
