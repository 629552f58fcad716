import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeOf, interviewerState, isHere, normalCode, stampOf } from "../../lib/interview/pair.ts";
import { interviewOf, promptOf } from "./builders.ts";

describe("the code of a mode for two", () => {
  test("is read back however it is typed: small letters, blanks and dashes do not count", () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const code = codeOf(bytes);
      fc.pre(code !== null);
      const plain = code?.replace("-", "") ?? "";
      expect(plain).toMatch(/^[A-Z2-9]{8}$/);
      for (const typed of [code ?? "", plain.toLowerCase(), ` ${[...plain].join(" ")} `]) expect(normalCode(typed)).toBe(plain);
    }));
  });

  test("has no sign that is taken for another, and each as often as the others", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const sign = codeOf(new Uint8Array(8).fill(byte))?.[0];
      if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...counts.keys()].filter((sign) => "0O1IL5S8".includes(sign))).toEqual([]);
    expect(new Set(counts.values()).size).toBe(1);
  });

  test("is refused where it cannot be one", () => {
    for (const typed of ["", "ABCD", "ABCD-EFG0", "ABCD-EFGHJ", "ÄBCD-EFGH"]) expect(normalCode(typed)).toBeNull();
    expect(codeOf(new Uint8Array(7))).toBeNull();
  });
});

describe("the two", () => {
  test("are there for a little over a minute after they were last heard of", () => {
    expect([isHere(null, 0), isHere(0, 74_999), isHere(0, 75_000)]).toEqual([false, true, false]);
    const pair = { interviewerId: null, interviewerSeenAt: null, candidateSeenAt: null };
    expect(interviewerState(pair, 0)).toBe("awaited");
    expect(interviewerState({ ...pair, interviewerId: "u", interviewerSeenAt: 0 }, 1)).toBe("here");
    expect(interviewerState({ ...pair, interviewerId: "u", interviewerSeenAt: 0 }, 100_000)).toBe("away");
  });

  test("see by the stamp what the other did; the candidate's own typing changes only the interviewer's", () => {
    const pair = { interviewerId: "u", interviewerSeenAt: 0, candidateSeenAt: 0 };
    const stamps = (draftNumber: number, hints: number) => (["candidate", "interviewer"] as const).map((role) => stampOf(role, interviewOf([promptOf({ draftNumber })]), pair, Array.from({ length: hints }, () => ({ position: 0, text: "h" })), 1));
    const [mine, theirs] = stamps(0, 0);
    expect(stamps(1, 0)[0]).toBe(mine);
    expect(stamps(1, 0)[1]).not.toBe(theirs);
    expect(stamps(0, 1)[0]).not.toBe(mine);
  });
});
