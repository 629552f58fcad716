import { scrypt } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "../../lib/auth/password.ts";

// The real one, watched: how much work a try costs is what it is asked for.
vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  return { ...real, scrypt: vi.fn(real.scrypt) };
});

describe("a password", () => {
  it.each(["abcdefg", "", "😀".repeat(7), "a".repeat(257), "a".repeat(1_000_000), "abcdefg\ud800"])("of the wrong length or with half a character is refused (%#)", (password) => {
    expect(passwordProblem(password)).not.toBeNull();
  });

  it.each(["abcdefgh", " leading", "😀".repeat(8), "😀".repeat(256), "a".repeat(256), "with\u0000nul", "日本語のパスワード"])("of 8 to 256 characters is taken as typed (%#)", (password) => {
    expect(passwordProblem(password)).toBeNull();
  });

  it("is recognised exactly as typed: blanks, case, form of accents and the 257th byte count", async () => {
    const password = ` P\u00e4ssw\u00f6rd ${"x".repeat(80)}1`;
    const stored = await hashPassword(password);
    expect(await verifyPassword(password, stored)).toBe(true);
    const others = [password.trim(), password.toLowerCase(), password.normalize("NFD"), `${password.slice(0, -1)}2`];
    expect(await Promise.all(others.map((other) => verifyPassword(other, stored)))).toEqual(others.map(() => false));
  });

  it("is stored with the costs that OWASP names and a salt of its own", async () => {
    const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(first).toMatch(/^scrypt\$65536\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
  });

  it("costs the same work to refuse for somebody who does not exist", async () => {
    const stored = await hashPassword("correct horse");
    const work = async (hash: string | null) => {
      vi.mocked(scrypt).mockClear();
      expect(await verifyPassword("wrong password", hash)).toBe(false);
      return vi.mocked(scrypt).mock.calls.map(([password, salt, length, cost]) => [password, (salt as Buffer).length, length, cost]);
    };
    const known = await work(stored);
    expect(known).toHaveLength(1);
    expect(await work(null)).toEqual(known);
  });

  it("in a form that is not known is an error, not a wrong password", async () => {
    await expect(verifyPassword("correct horse", "bcrypt$1$2")).rejects.toThrow("unknown form");
  });
});
