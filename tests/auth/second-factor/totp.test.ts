import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { keyUri, newSecret, stepAt, stepOfCode } from "../../../lib/auth/second-factor/totp.ts";

/** RFC 6238, appendix B: the ASCII secret, times in seconds, and the last six of the eight digits for SHA-1 (RFC 4226 5.3: digits are taken from the right). */
const secret = Secret.fromLatin1("12345678901234567890").base32;
const vectors = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;

/** A code as the app on a phone computes it. */
const codeAt = (now: number, of = secret): string => TOTP.generate({ secret: Secret.fromBase32(of), timestamp: now });

describe("a code of the app", () => {
  it.each(vectors)("is the one of RFC 6238 at second %i", (seconds, digits) => {
    expect(stepOfCode(secret, digits.slice(2), seconds * 1000, null)).toBe(Math.floor(seconds / 30));
  });

  it("is taken one step early or late, and not two", () => {
    const now = 1_800_000_000_000;
    const step = stepAt(now);
    for (const drift of [-1, 0, 1]) expect(stepOfCode(secret, codeAt(now + drift * 30_000), now, null)).toBe(step + drift);
    for (const drift of [-2, 2]) expect(stepOfCode(secret, codeAt(now + drift * 30_000), now, null)).toBeNull();
  });

  it("counts once: neither it nor an older one is taken again", () => {
    const now = 1_800_000_000_000;
    const step = stepAt(now);
    expect(stepOfCode(secret, codeAt(now), now, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(now - 30_000), now, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(now + 30_000), now, step)).toBe(step + 1);
  });

  it.each(["", "94287", "942870820", "28708a", "２８７０８２", "28 7082", "-87082", "1e5000"])("is six digits: %j is none", (typed) => {
    expect(stepOfCode(secret, typed, 59_000, null)).toBeNull();
  });

  it("of another secret is not taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const [mine, other] = [newSecret(), newSecret()];
        const now = seconds * 1000;
        const near = [-1, 0, 1].map((drift) => codeAt(Math.max(0, now + drift * 30_000), mine));
        // One in 333,333 pairs has a code in common by chance.
        fc.pre(!near.includes(codeAt(now, other)));
        expect(stepOfCode(mine, codeAt(now, other), now, null)).toBeNull();
        expect(stepOfCode(mine, codeAt(now, mine), now, null)).not.toBeNull();
      }),
    );
  });
});

describe("the secret", () => {
  it("has 160 bits, as RFC 4226 recommends, and is new each time", () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(newSecret());
  });

  it("is handed to the app with the name of the service and the account", () => {
    const uri = new URL(keyUri(secret, "ada@example.org"));
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain("Heapwise:ada@example.org");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: "Heapwise", digits: "6", period: "30", algorithm: "SHA1" });
  });
});
