import { describe, expect, it } from "vitest";
import { changePasswordSchema, problemsOf, sessionClaimsSchema, signUpSchema } from "../../lib/auth/schema.ts";

const good = { email: "Ada@Example.org", password: "correct horse", name: " Ada ", timeZone: "Europe/Berlin" };

describe("the sign-up form", () => {
  it("gives the normalised address, the trimmed name, and the password as typed", () => {
    expect(signUpSchema.parse({ ...good, password: " spaces kept " })).toEqual({ email: "ada@example.org", password: " spaces kept ", name: "Ada", timeZone: "Europe/Berlin" });
  });

  it("drops what it does not know: nobody signs up as an admin", () => {
    const parsed = signUpSchema.parse({ ...good, role: "ADMIN", emailVerified: 1, id: "x" });
    expect(Object.keys(parsed).toSorted()).toEqual(["email", "name", "password", "timeZone"]);
  });

  it.each([
    [{ ...good, email: "ada" }, "email"],
    [{ ...good, email: { not: "x" } }, "email"],
    [{ ...good, email: null }, "email"],
    [{ ...good, password: "short" }, "password"],
    [{ ...good, password: ["correct horse"] }, "password"],
    [{ ...good, name: "A\r\nB" }, "name"],
    [{ ...good, timeZone: "+05:30" }, "timeZone"],
  ])("names the field that is wrong (%#)", (typed, field) => {
    const parsed = signUpSchema.safeParse(typed);
    expect(parsed.success ? [] : Object.keys(problemsOf(parsed.error))).toEqual([field]);
  });

  it("gives one problem per field, all at once", () => {
    const parsed = signUpSchema.safeParse({});
    expect(parsed.success ? {} : problemsOf(parsed.error)).toEqual({ email: "Type your e-mail address.", password: "Choose a password." });
  });
});

describe("the claims of a session cookie", () => {
  it("are an id and a version", () => {
    expect(sessionClaimsSchema.safeParse({ id: "x", sessionVersion: 0 }).success).toBe(true);
  });

  it.each([undefined, null, {}, { id: "x" }, { id: undefined, sessionVersion: 0 }, { id: { not: "x" }, sessionVersion: 0 }, { id: "", sessionVersion: 0 }, { id: "x", sessionVersion: "0" }])(
    "%j are none: nobody is looked up by them",
    (claims) => {
      expect(sessionClaimsSchema.safeParse(claims).success).toBe(false);
    },
  );
});

it("a change of password needs both passwords", () => {
  expect(changePasswordSchema.safeParse({ next: "correct horse" }).success).toBe(false);
  expect(changePasswordSchema.safeParse({ current: "x", next: "short" }).success).toBe(false);
  expect(changePasswordSchema.safeParse({ current: "x", next: "correct horse" }).success).toBe(true);
});
