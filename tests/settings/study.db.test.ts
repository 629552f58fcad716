import { describe, expect, it } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { updateStudy } from "../../lib/settings/mutations.ts";
import { studySchema } from "../../lib/settings/schema.ts";
import { providers, withDatabase } from "../support/database.ts";

const form = { timeZone: "Asia/Tokyo", rolloverHour: "5", newPerDay: "0", reviewsPerDay: "200", targetVersion: "3.15" };

describe("the form of the study day", () => {
  it("gives whole numbers and drops what it does not know", () => {
    expect(studySchema.parse({ ...form, role: "ADMIN", id: "x" })).toEqual({ timeZone: "Asia/Tokyo", rolloverHour: 5, newPerDay: 0, reviewsPerDay: 200, targetVersion: "3.15" });
  });

  it.each([
    ["timeZone", ["", "+09:00", "Mars/Olympus", undefined, { not: "x" }]],
    ["rolloverHour", ["24", "-1", "4.5", "noon", undefined]],
    ["newPerDay", ["101", "-1", "1e99", "NaN", undefined]],
    ["reviewsPerDay", ["1000", "-1", undefined]],
    ["targetVersion", ["3.9", "3.16", "", undefined]],
  ])("refuses a %s out of bounds", (field, values) => {
    for (const value of values) {
      const parsed = studySchema.safeParse({ ...form, [field]: value });
      expect(new Set(parsed.error?.issues.map((issue) => issue.path.join("."))), String(value)).toEqual(new Set([field]));
    }
  });
});

describe.each(providers)("the study day on %s", (provider) => {
  const database = withDatabase(provider);

  it("is the user's own, and nobody else's changes", async () => {
    const [mine, other] = await Promise.all(["mine", "other"].map((name) => createUser({ email: `${name}@example.org`, name: null, passwordHash: null }, 0)));
    const before = await findSessionUser(other?.id ?? "", 0);
    const me = await findSessionUser(mine?.id ?? "", 0);
    if (me === null) throw new Error("There is no such user.");
    await updateStudy(me.id, studySchema.parse(form), 1_000);
    expect(await findSessionUser(me.id, 0)).toEqual({ ...me, timeZone: "Asia/Tokyo", rolloverHour: 5, newPerDay: 0, reviewsPerDay: 200, targetVersion: "3.15" });
    expect(await findSessionUser(other?.id ?? "", 0)).toEqual(before);
  });

  it("leaves a note of what changed, and none where nothing did", async () => {
    const user = await createUser({ email: "changing@example.org", name: null, passwordHash: null }, 0);
    const me = await findSessionUser(user?.id ?? "", 0);
    if (me === null) throw new Error("There is no such user.");
    const notes = async () => (await database.client.settingEvent.findMany({ where: { userId: me.id }, orderBy: { seq: "asc" } })).map(({ at, changes }) => [Number(at), JSON.parse(changes)]);
    await updateStudy(me.id, studySchema.parse(form), 1_000);
    await updateStudy(me.id, studySchema.parse(form), 2_000);
    await updateStudy(me.id, studySchema.parse({ ...form, rolloverHour: "4" }), 3_000);
    expect(await notes()).toEqual([
      [1_000, { timeZone: ["UTC", "Asia/Tokyo"], rolloverHour: [4, 5], newPerDay: [6, 0], reviewsPerDay: [60, 200], targetVersion: ["3.14", "3.15"] }],
      [3_000, { rolloverHour: [5, 4] }],
    ]);
  });
});
