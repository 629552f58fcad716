import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { PAGE_EVENTS, readHistoryQuery } from "../../lib/progress/history.ts";
import { loadHistory } from "../../lib/progress/loaders.ts";
import type { EventBody } from "../../lib/reviews/events.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { cardFile } from "../content-sync/library.ts";
import { markBody, reviewBody, undoBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming } from "../support/server.ts";

const HOUR_MS = 3_600_000;

describe.each(providers)("the history on %s", (provider) => {
  const database = withDatabase(provider);
  const began = Date.now() - 500 * HOUR_MS;
  let userId = "";
  let people = 0;
  const revisions = new Map<string, string>();
  const about = (cardId: string) => ({ cardId, revisionId: revisions.get(cardId) ?? "" });
  const record = (...events: readonly EventBody[]) => recordEvents({ userId: userId as UserId, createdAt: began, timeZone: "UTC", rolloverHour: 4, device: null }, [...events], Date.now());

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b", { "A few words that do not give the answer away": "Größe of a set" })], null, Date.now());
    for (const { id, currentRevisionId } of await database.client.card.findMany()) revisions.set(id, currentRevisionId ?? "");
  });

  beforeEach(async () => {
    people += 1;
    userId = (await createUser({ email: `past${people}@example.org`, name: null, passwordHash: null }, began))?.id ?? "";
    incoming.user = { id: userId, sessionVersion: 0 };
  });

  test("tells each answer and decision of the user and nobody else's, the newest first; an undo marks what it took back, and an undone undo does not", async () => {
    await record(reviewBody(1, 4, began + HOUR_MS, about("card-a")), reviewBody(2, 1, began + 2 * HOUR_MS, about("card-b")), markBody(3, "suspend", began + 3 * HOUR_MS, about("card-b")));
    await record(undoBody(4, 3, began + 4 * HOUR_MS, about("card-b")), undoBody(5, 1, began + 5 * HOUR_MS, about("card-a")), undoBody(6, 5, began + 6 * HOUR_MS, about("card-a")));
    const { events, older } = await loadHistory({});
    expect(events.map(({ kind, cardId, grade, takenBack }) => [kind, cardId, grade, takenBack])).toEqual([["suspend", "card-b", null, true], ["review", "card-b", 1, false], ["review", "card-a", 4, false]]);
    expect(older).toBeNull();
    incoming.user = { id: (await createUser({ email: `other${people}@example.org`, name: null, passwordHash: null }, began))?.id ?? "", sessionVersion: 0 };
    expect((await loadHistory({})).events).toEqual([]);
  });

  test("is read page by page, and finds cards by words without regard to accents and case", async () => {
    await record(reviewBody(1, 4, began, about("card-b")), ...Array.from({ length: PAGE_EVENTS + 4 }, (_, i) => reviewBody(i + 2, 4, began + i * HOUR_MS, about("card-a"))));
    const first = await loadHistory({});
    expect(first.events).toHaveLength(PAGE_EVENTS);
    const second = await loadHistory(Object.fromEntries(new URL(first.older ?? "", "http://localhost").searchParams));
    expect([second.events.length, second.older]).toEqual([5, null]);
    expect(new Set([...first.events, ...second.events].map(({ seq }) => seq)).size).toBe(PAGE_EVENTS + 5);
    expect((await loadHistory({ q: " SET  grÖße" })).events.map(({ cardId }) => cardId)).toEqual(["card-b"]);
    expect((await loadHistory({ q: "%" })).events).toEqual([]);
  });
});

test("an address that means nothing is the newest page", () => {
  for (const params of [{ before: "0" }, { before: "-3" }, { before: "1e3" }, { before: ["4", "5"] }, { q: ["a", "b"] }, { before: "99999999999" }]) expect(readHistoryQuery(params)).toEqual({ search: "", before: null });
  expect(readHistoryQuery({ q: `  a${String.fromCharCode(0)}b ` })).toEqual({ search: "ab", before: null });
});
