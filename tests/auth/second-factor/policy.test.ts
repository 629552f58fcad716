import { describe, expect, it } from "vitest";
import { secondFactorPolicy, standingFor, withCountingRole } from "../../../lib/auth/second-factor/policy.ts";
import { drawQr } from "../../../lib/auth/second-factor/qr.ts";
import type { CurrentUser, Role, UserId } from "../../../lib/auth/user.ts";

const user = (role: Role, hasSecondFactor: boolean): CurrentUser => ({
  id: "ada" as UserId, email: "ada@example.org", name: null, role, waitingRole: null, hasSecondFactor, hasPassword: true, createdAt: 0, eraseAt: null,
  timeZone: "UTC", rolloverHour: 4, newPerDay: 6, reviewsPerDay: 60, targetVersion: "3.14",
});

describe("a second factor", () => {
  it.each([
    [undefined, "https://heapwise.example.org", "required"],
    [undefined, "http://localhost:3000", "offered"],
    [undefined, undefined, "offered"],
    ["offered", "https://heapwise.example.org", "offered"],
    ["required", "http://localhost:3000", "required"],
  ] as const)("with the setting %s at %s is %s", (setting, origin, policy) => {
    expect(secondFactorPolicy(setting, origin)).toBe(policy);
  });
});

describe("where it is required", () => {
  it.each(["AUTHOR", "ADMIN"] as const)("an %s without one acts as a learner, and is told what is missing", (role) => {
    const seen = withCountingRole(user(role, false), "required");
    expect(seen).toMatchObject({ role: "LEARNER", waitingRole: role });
    expect(standingFor(seen, "LEARNER")).toBe("may");
    expect(standingFor(seen, "AUTHOR")).toBe("second-factor");
  });

  it("an author without one is not told to set it up for what only admins may", () => {
    expect(standingFor(withCountingRole(user("AUTHOR", false), "required"), "ADMIN")).toBe("may-not");
  });

  it.each(["AUTHOR", "ADMIN"] as const)("an %s with one acts as such", (role) => {
    expect(standingFor(withCountingRole(user(role, true), "required"), role)).toBe("may");
  });

  it("a learner needs none", () => {
    const learner = user("LEARNER", false);
    expect(withCountingRole(learner, "required")).toEqual(learner);
    expect(standingFor(learner, "AUTHOR")).toBe("may-not");
  });
});

it("where it is offered, roles count with it and without", () => {
  for (const has of [true, false]) expect(withCountingRole(user("ADMIN", has), "offered")).toEqual(user("ADMIN", has));
});

describe("the picture of a key", () => {
  it("has a square of seven units in three corners, with light ones around, as ISO/IEC 18004 draws it", () => {
    const { size, path } = drawQr("otpauth://totp/Heapwise:ada@example.org?secret=JBSWY3DPEHPK3PXP");
    const dark = new Set<string>();
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) for (let i = 0; i < Number(length); i += 1) dark.add(`${Number(x) + i} ${y}`);
    const inner = size - 8;
    // Versions of the code have 17 + 4 n units a side.
    expect((inner - 17) % 4).toBe(0);
    for (const [left, top] of [[4, 4], [size - 11, 4], [4, size - 11]] as const) {
      for (let i = 0; i < 7; i += 1) for (const [x, y] of [[i, 0], [i, 6], [0, i], [6, i]] as const) expect(dark).toContain(`${left + x} ${top + y}`);
    }
    for (let i = 0; i < size; i += 1) for (const place of [`${i} 0`, `${i} 3`, `0 ${i}`, `${size - 1} ${i}`]) expect(dark).not.toContain(place);
  });
});
