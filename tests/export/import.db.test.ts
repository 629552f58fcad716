import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "../../app/api/account/export/route.ts";
import { POST } from "../../app/api/account/import/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import type { StoredBody } from "../../lib/reviews/events.ts";
import { addBreak, setRestDays } from "../../lib/pace/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { updatePlan, updateStudy } from "../../lib/settings/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { cramBody, DAY_MS, markBody, mockBody, redrillBody, rescheduleBody, reviewBody, undoBody, uuid } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

const START = Date.UTC(2026, 8, 1, 12);

const exported = async (): Promise<string> => (await GET(new Request("http://localhost:3000/api/account/export?format=json"))).text();
const bring = async (file: string): Promise<{ readonly status: number; readonly body: { events?: number; losses?: string[]; error?: { message: string } } }> => {
  const answer = await POST(new Request("http://localhost:3000/api/account/import", { method: "POST", body: file, headers: { "content-type": "application/octet-stream", origin: "http://localhost:3000", host: "localhost:3000", "sec-fetch-site": "same-origin" } }));
  return { status: answer.status, body: await answer.json() };
};

/** Of a document what another account may have too. */
const lasting = (text: string): unknown => {
  const { account, studyPlan, states, breaks, events } = JSON.parse(text) as Record<string, unknown[]> & { account: Record<string, unknown> };
  const { timeZone, rolloverHour, targetVersion, newPerDay, reviewsPerDay, restDays } = account;
  return { settings: { timeZone, rolloverHour, targetVersion, newPerDay, reviewsPerDay, restDays }, studyPlan, states, events, breaks: breaks?.map((one) => ({ ...(one as object), id: "", createdAt: 0 })) };
};

describe.each(providers)("an exported account brought back on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;

  async function signUp(): Promise<UserId> {
    people += 1;
    const user = await createUser({ email: `moved${people}@example.org`, name: null, passwordHash: null }, START - DAY_MS);
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
    return incoming.user.id as UserId;
  }

  /** An account with events of every kind, an undone one and one of a wrong clock among them. */
  async function lived(): Promise<string> {
    const userId = await signUp();
    const place = async (cardId: string) => ({ cardId, revisionId: (await database.client.card.findUniqueOrThrow({ where: { id: cardId } })).currentRevisionId ?? "" });
    const [a, b] = [await place("card-a"), await place("card-b")];
    await updateStudy(userId, { timeZone: "America/New_York", rolloverHour: 2, targetVersion: "3.12" }, START);
    await updatePlan(userId, { scheduler: "fsrs", retention: 88, newPerDay: 7, reviewsPerDay: 33, interviewDay: null }, START);
    await setRestDays(userId, 0b1000001);
    await addBreak(userId, { fromDay: 30_000, untilDay: 30_003 }, START);
    const bodies: StoredBody[] = [
      reviewBody(1, 4, START, a), { ...reviewBody(2, 2, START + 1_000, b), confidence: 80, objective: "fail" }, redrillBody(3, 4, START + 2_000, b), cramBody(4, 1, START + 3_000, a),
      mockBody(5, 3, START + 4_000, a), rescheduleBody(6, 20_800, START + 5_000, b), reviewBody(7, 5, START + DAY_MS, a), undoBody(8, 7, START + DAY_MS + 1_000, a),
      markBody(9, "bury", START + 2 * DAY_MS, a), markBody(10, "suspend", START + 3 * DAY_MS, b), reviewBody(11, 3, START + 900 * DAY_MS, a),
    ];
    await recordEvents({ userId, createdAt: START - DAY_MS, timeZone: "America/New_York", rolloverHour: 2, device: uuid(77) }, bodies, START + 4 * DAY_MS);
    return exported();
  }

  beforeAll(async () => {
    vi.useFakeTimers({ now: START + 5 * DAY_MS, toFake: ["Date"] });
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, START - DAY_MS);
    return () => vi.useRealTimers();
  });
  beforeEach(() => {
    incoming.user = null;
  });

  test("gives the same log, states, settings and breaks, and so the same progress", async () => {
    const before = await lived();
    await signUp();
    const { status, body } = await bring(before);
    expect([status, body.events]).toEqual([200, 11]);
    expect(body.losses).toEqual(["2 former changes of settings: the settings themselves are brought."]);
    expect(lasting(await exported())).toEqual(lasting(before));
  });

  test("counts an answer once that a device sends again afterwards", async () => {
    const before = await lived();
    const userId = await signUp();
    await bring(before);
    const first = JSON.parse(before).events[0] as { revisionId: string };
    const { results } = await recordEvents({ userId, createdAt: START - DAY_MS, timeZone: "UTC", rolloverHour: 4 }, [reviewBody(1, 4, START, { cardId: "card-a", revisionId: first.revisionId })], START + 6 * DAY_MS);
    expect(results).toEqual([{ id: uuid(1), status: "stored" }]);
    expect(await database.client.reviewEvent.count({ where: { userId } })).toBe(11);
  });

  test("is refused where there are answers already, and by a visitor, and then nothing changes", async () => {
    const before = await lived();
    const again = await bring(before);
    expect([again.status, again.body.error?.message]).toEqual([409, expect.stringContaining("has answers already")]);
    expect(lasting(await exported())).toEqual(lasting(before));
    incoming.user = null;
    expect((await bring(before)).status).toBe(401);
  });

  test("is refused where the file was cut, changed or is something else", async () => {
    const before = await lived();
    const userId = await signUp();
    for (const file of [before.slice(0, -200), before.replace('"grade":4', '"grade":5'), "[]", "", '{"format":"heapwise-account","version":2}']) expect((await bring(file)).status).toBe(400);
    expect(await database.client.reviewEvent.count({ where: { userId } })).toBe(0);
  });

  test("tells of cards that this library does not have, and of texts that it does not know", async () => {
    const before = await lived();
    await database.client.$transaction([database.client.cardState.deleteMany(), database.client.reviewEvent.deleteMany(), database.client.cardRevision.updateMany({ where: { cardId: "card-a" }, data: { number: 2 } })]);
    await database.client.card.update({ where: { id: "card-b" }, data: { currentRevisionId: null } });
    const revision = await database.client.cardRevision.findFirstOrThrow({ where: { cardId: "card-a" } });
    await database.client.cardRevision.create({ data: { ...revision, id: "another", number: 3 } });
    await database.client.card.update({ where: { id: "card-a" }, data: { currentRevisionId: "another" } });
    await database.client.cardRevision.delete({ where: { id: revision.id } });
    await signUp();
    const { status, body } = await bring(before);
    expect([status, body.events]).toEqual([200, 7]);
    expect(body.losses?.slice(0, 2)).toEqual(["4 events of 1 card that this library does not have: card-b.", "7 events name texts of cards that were kept elsewhere; here they stand by the cards' present texts."]);
  });
});
