import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseAddress } from "../../lib/auth/address.ts";

describe("an e-mail address", () => {
  it.each([
    ["ada@example.org", "ada@example.org"],
    ["  Ada.Lovelace@Example.ORG ", "ada.lovelace@example.org"],
    ["ada+python@sub.example.co.uk", "ada+python@sub.example.co.uk"],
    ["ａｄａ@example.org", "ada@example.org"],
    ["ada＠example.org", "ada@example.org"],
    ["josé@example.org", "josé@example.org"],
    ["jose\u0301@example.org", "jos\u00e9@example.org"],
  ])("%j is stored as %j", (typed, stored) => {
    expect(normaliseAddress(typed)).toBe(stored);
  });

  it.each([
    "", "ada", "@example.org", "ada@", "ada@localhost", "ada@example.org@evil.org", "ada＠evil.org@example.org", "ada﹫evil.org@example.org",
    '"ada"@example.org', "ada,bob@example.org", "ada bob@example.org", "ada@exam ple.org", "ada\r\nBcc: x@example.org", "ada\u0000@example.org",
    "Ada <ada@example.org>", "ada@example..org", "ada@-example.org", "ada@exämple.org", `${"a".repeat(65)}@example.org`, `a@${"b".repeat(260)}.org`,
    "ada\u200b@example.org",
  ])("%j is refused", (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });

  it("is the same however often it is normalised", () => {
    const text = fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" }), fc.tuple(fc.string({ unit: "grapheme" }), fc.domain()).map((parts) => parts.join("@")));
    fc.assert(
      fc.property(text, (typed) => {
        const once = normaliseAddress(typed);
        if (once !== null) {
          expect(normaliseAddress(once)).toBe(once);
          expect(once.match(/@/g)).toHaveLength(1);
        }
      }),
    );
  });
});
