import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "../../app/api/account/export/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { unzip } from "../../lib/exchange/archive.ts";
import { foldLog } from "../../lib/reviews/fold.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { logEventOf, rowOf } from "../../lib/reviews/state-row.ts";
import { DEFAULT_SETTING } from "../../lib/scheduling/scheduler.ts";
import { inProject } from "../../lib/setup/project.mjs";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, markBody, redrillBody, reviewBody, undoBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

const get = (query: string) => GET(new Request(`http://localhost:3000/api/account/export${query}`));

/** Where each model that is a user's stands in the document; null where what it holds would let its finder in. */
const SECTIONS: Readonly<Record<string, string | null>> = {
  User: "account", Account: "signIns", ReviewEvent: "events", CardState: "states", CardRevision: "revisions", CardDraft: "drafts", CardFlag: "flags", Interview: "interviews", InterviewPrompt: "interviewPrompts",
  UserSession: "sessions", SettingEvent: "settingEvents", InterviewPair: "interviewPairs", InterviewHint: "interviewHints", InterviewShare: "interviewShares", StudyPlan: "studyPlan", StudyBreak: "breaks", CatchUp: "catchUp", ApiToken: "apiTokens", CalendarFeed: "calendarFeed", Reminder: "reminder", RecoveryCode: null, PasswordReset: null,
};

describe.each(providers)("the export of an account on %s", (provider) => {
  const database = withDatabase(provider);
  const start = Date.UTC(2026, 8, 1, 12);

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, start - DAY_MS);
    for (const name of ["mine", "other"]) {
      const user = await createUser({ email: `${name}@example.org`, name: `The ${name}`, passwordHash: "scrypt$secret" }, start - DAY_MS);
      const id = (user?.id ?? "") as UserId;
      if (name === "mine") incoming.user = { id, sessionVersion: 0 };
      const place = async (cardId: string) => ({ cardId, revisionId: (await database.client.card.findUniqueOrThrow({ where: { id: cardId } })).currentRevisionId ?? "" });
      const [a, b] = [await place("card-a"), await place("card-b")];
      const bodies = [reviewBody(1, 4, start, a), { ...reviewBody(2, 2, start + 1_000, b), confidence: 80 }, redrillBody(3, 4, start + 2_000, b), reviewBody(4, 5, start + DAY_MS, a), undoBody(5, 4, start + DAY_MS + 1_000, a), markBody(6, "suspend", start + 2 * DAY_MS, b)];
      await recordEvents({ userId: id, createdAt: start - DAY_MS, timeZone: "UTC", rolloverHour: 4 }, bodies, start + 3 * DAY_MS);
    }
    await database.client.apiToken.create({ data: { id: "t", userId: incoming.user?.id ?? "", name: "status line", tokenHash: "deadbeef", createdAt: 0n, expiresAt: 1n } });
  });

  test("as JSON holds everything, and every state follows from the events in it", async () => {
    const answer = await get("?format=json");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="heapwise-\d{4}-\d{2}-\d{2}\.json"$/);
    const text = await answer.text();
    const document = JSON.parse(text);
    expect(document).toMatchObject({ format: "heapwise-account", version: 1, account: { email: "mine@example.org", name: "The mine", timeZone: "UTC" }, apiTokens: [{ name: "status line" }], end: { events: 6 } });
    expect(document.events.map(({ id, kind }: { id: string; kind: string }) => [Number.parseInt(id.slice(-4), 16), kind])).toEqual([[1, "review"], [2, "review"], [3, "redrill"], [4, "review"], [5, "undo"], [6, "suspend"]]);
    const folded = foldLog(document.events.map(logEventOf), DEFAULT_SETTING);
    expect([...folded].map(([cardId, progress]) => rowOf(cardId, progress)).sort((x, y) => (x.cardId < y.cardId ? -1 : 1))).toEqual(document.states);
    expect(createHash("sha256").update(text.slice(0, text.lastIndexOf('"end"'))).digest("hex")).toBe(document.end.sha256);
    for (const secret of ["scrypt$secret", "deadbeef", "other@example.org", "tokenHash", "passwordHash"]) expect(text).not.toContain(secret);
  });

  test("has a place for every model that is a user's", async () => {
    const schema = readFileSync(inProject("prisma/schema.prisma"), "utf8");
    const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)\n\}/gm)].filter(([, name, body]) => name === "User" || /\bUser\b|\binterview +Interview\b/.test((body ?? "").replaceAll(/\/\/.*$/gm, ""))).map(([, name]) => name ?? "");
    expect(models.toSorted()).toEqual(Object.keys(SECTIONS).toSorted());
    const document = JSON.parse(await (await get("?format=json")).text());
    for (const section of Object.values(SECTIONS)) if (section !== null) expect(document).toHaveProperty(section);
  });

  test("as a table has a line for each event", async () => {
    const { data, meta } = Papa.parse<Record<string, string>>(await (await get("?format=csv")).text(), { header: true, skipEmptyLines: true });
    expect(meta.fields?.slice(0, 6)).toEqual(["id", "card", "kind", "grade", "answered_at", "study_day"]);
    expect(data).toHaveLength(6);
    expect(data[1]).toMatchObject({ card: "card-b", kind: "review", grade: "2", answered_at: "2026-09-01T12:00:01.000Z", study_day: "2026-09-01", zone: "UTC", confidence_percent: "80", duration_ms: "8000" });
  });

  test("for Anki has the answers that stand, each in its days and with its button", async () => {
    const bytes = new Uint8Array(await (await get("?format=apkg")).arrayBuffer());
    const file = unzip(bytes, (name) => name === "collection.anki2").get("collection.anki2");
    const anki = new Database(Buffer.from(file ?? []), { readonly: true });
    expect(anki.prepare("SELECT n.guid, r.ease, r.ivl, r.lastIvl, r.factor, r.time, r.type FROM revlog r JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid ORDER BY r.id").raw().all()).toEqual([
      ["card-a", 3, 1, 0, 2500, 8000, 0], ["card-b", 1, 1, 0, 2500, 8000, 0], ["card-b", 3, 1, 1, 2500, 8000, 2],
    ]);
    anki.close();
  });

  test("is noted, is refused to a visitor, and takes no other account's name", async () => {
    expect((await get("?format=pdf")).status).toBe(400);
    expect((await get("?format=json&userId=other")).status).toBe(400);
    expect(await database.client.auditEntry.count({ where: { name: "user_export", actorId: incoming.user?.id ?? "" } })).toBeGreaterThan(0);
    const mine = incoming.user;
    incoming.user = null;
    expect((await get("?format=json")).status).toBe(401);
    incoming.user = mine;
  });
});
