import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOfRecoveryCode, newRecoveryCodes, recoveryCodeOf } from "../../../lib/auth/second-factor/recovery-codes.ts";
import { seal, unseal } from "../../../lib/auth/second-factor/seal.ts";

const server = "a secret of the server, long enough to be one";

describe("a stored secret", () => {
  it("opens for the same account on the same server, and shows nothing of itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (plain, user) => {
        expect(unseal(seal(plain, user, server), user, server)).toBe(plain);
      }),
      { numRuns: 30 },
    );
    expect(seal("JBSWY3DPEHPK3PXP", "ada", server)).not.toContain("JBSWY3DPEHPK3PXP");
    expect(seal("same", "ada", server)).not.toBe(seal("same", "ada", server));
  });

  it("does not open for another account, on another server, or when a letter was changed", () => {
    const sealed = seal("JBSWY3DPEHPK3PXP", "ada", server);
    expect(unseal(sealed, "eve", server)).toBeNull();
    expect(unseal(sealed, "ada", `${server} `)).toBeNull();
    for (const place of [4, Math.floor(sealed.length / 2), sealed.length - 3]) {
      const changed = `${sealed.slice(0, place)}${sealed[place] === "A" ? "B" : "A"}${sealed.slice(place + 1)}`;
      expect(unseal(changed, "ada", server)).toBeNull();
    }
  });

  it.each(["", "v1", "v1..a.b", "v2.a.b.c", "v1.a.b.c", "JBSWY3DPEHPK3PXP"])("%j is none", (text) => {
    expect(unseal(text, "ada", server)).toBeNull();
  });
});

describe("recovery codes", () => {
  it("are ten different ones, of more than 64 bits", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    // Thirty letters in sixteen places.
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-tv-z]{4}-){3}[2-9a-hjkmnp-tv-z]{4}$/);
    expect(16 * Math.log2(30)).toBeGreaterThan(64);
  });

  it("may be typed in capitals, with blanks or without hyphens", () => {
    const [code = ""] = newRecoveryCodes();
    const plain = code.replaceAll("-", "");
    for (const typed of [code, plain, code.toUpperCase(), ` ${code.replaceAll("-", " ")} `]) {
      expect(recoveryCodeOf(typed)).toBe(plain);
      expect(hashOfRecoveryCode("ada", typed)).toBe(hashOfRecoveryCode("ada", code));
    }
  });

  it("are not what an app shows, nor anything of another length or alphabet", () => {
    for (const typed of ["123456", "", "abcd-efgh-jkmn-pqr", "abcd-efgh-jkmn-pqrst", "abcd-efgh-jkmn-pq0r", "abcd-efgh-jkmn-pq_r"]) expect(recoveryCodeOf(typed)).toBeNull();
  });

  it("are stored as a hash that differs between accounts", () => {
    const [code = ""] = newRecoveryCodes();
    expect(hashOfRecoveryCode("ada", code)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfRecoveryCode("ada", code)).not.toBe(hashOfRecoveryCode("eve", code));
  });
});
