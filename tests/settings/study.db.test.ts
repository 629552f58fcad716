import { describe, expect, it } from "vitest";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import type { StoredBody } from "../../lib/reviews/events.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { rowOf } from "../../lib/reviews/state-row.ts";
import type { SchedulerSetting } from "../../lib/scheduling/scheduler.ts";
import { readStudyPlan } from "../../lib/settings/data.ts";
import { updatePlan, updateStudy } from "../../lib/settings/mutations.ts";
import { studySchema } from "../../lib/settings/schema.ts";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, inLog, NOON, reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";

const form = { timeZone: "Asia/Tokyo", rolloverHour: "5", targetVersion: "3.15" };

describe("the form of the study day", () => {
  it("gives whole numbers and drops what it does not know", () => {
    expect(studySchema.parse({ ...form, role: "ADMIN", id: "x" })).toEqual({ timeZone: "Asia/Tokyo", rolloverHour: 5, targetVersion: "3.15" });
  });

  it.each([
    ["timeZone", ["", "+09:00", "Mars/Olympus", undefined, { not: "x" }]],
    ["rolloverHour", ["24", "-1", "4.5", "noon", undefined]],
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
    expect(await findSessionUser(me.id, 0)).toEqual({ ...me, timeZone: "Asia/Tokyo", rolloverHour: 5, targetVersion: "3.15" });
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
    const plan = { scheduler: "fsrs", retention: 90, newPerDay: 9, reviewsPerDay: 70, interviewDay: 30_000 } as const;
    await updatePlan(me.id, plan, 4_000);
    await updatePlan(me.id, plan, 5_000);
    expect(await notes()).toEqual([
      [1_000, { timeZone: ["UTC", "Asia/Tokyo"], rolloverHour: [4, 5], targetVersion: ["3.14", "3.15"] }],
      [3_000, { rolloverHour: [5, 4] }],
      [4_000, { scheduler: ["sm2", "fsrs"], newPerDay: [6, 9], reviewsPerDay: [60, 70], interviewDay: [null, 30_000] }],
    ]);
  });

  it("reads the same log under another scheduler, and back gives the states of before", async () => {
    const user = await createUser({ email: "switch@example.org", name: null, passwordHash: null }, NOON - DAY_MS);
    const me = await findSessionUser(user?.id ?? "", 0);
    if (me === null) throw new Error("There is no such user.");
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, NOON);
    const places = (await database.client.card.findMany()).map((card) => ({ cardId: card.id, revisionId: card.currentRevisionId ?? "" }));
    const grades = [4, 2, 4, 5, 3, 4] as const;
    const bodies = places.flatMap((place, card) => grades.map((grade, at) => reviewBody(card * 10 + at, grade, NOON + (at * 9 + card) * DAY_MS, place)));
    const sender = { userId: me.id, createdAt: me.createdAt, timeZone: me.timeZone, rolloverHour: me.rolloverHour };
    await recordEvents(sender, bodies.slice(0, -1), NOON + 100 * DAY_MS);
    const states = () => database.client.cardState.findMany({ where: { userId: me.id }, orderBy: { cardId: "asc" } });
    const folded = (setting: SchedulerSetting, events: readonly StoredBody[]) => [...foldLog(events.map(inLog), setting)].map(([id, progress]) => ({ userId: me.id, ...rowOf(id, progress) }));

    const before = await states();
    const plan = { newPerDay: 9, reviewsPerDay: 70, interviewDay: 30_000 };
    await updatePlan(me.id, { scheduler: "fsrs", retention: 85, ...plan }, 1_000);
    expect(await states()).toEqual(folded({ scheduler: "fsrs", retention: 85 }, bodies.slice(0, -1)));
    expect((await states()).every((row) => row.stability !== null)).toBe(true);
    await updatePlan(me.id, { scheduler: "sm2", retention: 85, ...plan }, 1_000);
    expect(await states()).toEqual(before);

    // An answer that arrives after a change is folded under the scheduler of then.
    await updatePlan(me.id, { scheduler: "fsrs", retention: 92, ...plan }, 1_000);
    await recordEvents(sender, bodies.slice(-1), NOON + 100 * DAY_MS);
    expect(await states()).toEqual(folded({ scheduler: "fsrs", retention: 92 }, bodies));
    expect(await findSessionUser(me.id, 0)).toMatchObject({ newPerDay: 9, reviewsPerDay: 70 });
    expect(await readStudyPlan(me.id)).toEqual({ setting: { scheduler: "fsrs", retention: 92 }, interviewDay: 30_000 });
  });
});
