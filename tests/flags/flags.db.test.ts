import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as postFlag } from "../../app/api/flags/route.ts";
import { POST as postResolve } from "../../app/api/studio/flags/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { listOpen, listOwn } from "../../lib/flags/data.ts";
import { LIMITS } from "../../lib/limits/limits.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";

const session = vi.hoisted(() => ({ user: null as { id: string; sessionVersion: number } | null }));
vi.mock("next-auth", async (original) => ({ ...(await original<object>()), getServerSession: async () => (session.user === null ? null : { user: session.user }) }));
vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough to be taken");

const HOST = "http://localhost:3000";
const send = async (route: (request: Request) => Promise<Response>, body: unknown, headers: Record<string, string> = {}) => {
  const response = await route(new Request(`${HOST}/api/flags`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } }));
  return { status: response.status, body: (await response.json()) as { error?: { code: string; message: string } } };
};

describe.each(providers)("flags on %s", (provider) => {
  const database = withDatabase(provider);
  let revisionId = "";
  const flag = (more: object = {}) => ({ id: randomUUID(), cardId: "card-a", revisionId, reason: "unclear", note: " what is meant? ", ...more });
  const person = async (role: "LEARNER" | "AUTHOR" = "LEARNER"): Promise<UserId> => {
    const user = await createUser({ email: `${randomUUID()}@example.org`, name: null, passwordHash: null }, Date.now());
    const id = user?.id as UserId;
    await database.client.user.update({ where: { id }, data: { role } });
    session.user = { id, sessionVersion: 0 };
    return id;
  };

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, Date.now());
    revisionId = (await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } })).currentRevisionId ?? "";
  });
  beforeEach(async () => {
    session.user = null;
    await database.client.cardFlag.deleteMany({});
  });

  test("keep what the reader saw, and one that is sent twice is stored once", async () => {
    const reader = await person();
    const one = flag();
    for (let time = 0; time < 3; time += 1) expect((await send(postFlag, one)).status).toBe(200);
    expect(await listOwn(reader, "card-a")).toMatchObject([{ id: one.id, reason: "unclear", note: "what is meant?", revision: 1, changedSince: false, status: "OPEN" }]);
  });

  test("come from visitors too, in bounds for each network", async () => {
    const from = (network: string) => send(postFlag, flag(), { "x-heapwise-peer": network });
    const { most } = LIMITS["flag per network"];
    for (let time = 0; time < most; time += 1) expect((await from("192.0.2.1")).status).toBe(200);
    expect((await from("192.0.2.1")).status).toBe(429);
    expect((await from("192.0.2.2")).status).toBe(200);
    expect(await database.client.cardFlag.count({ where: { reporterId: null } })).toBe(most + 1);
  });

  test("of a card that is not there, with a reporter of one's own choice or an unknown reason are refused (H02, H11)", async () => {
    await person();
    expect((await send(postFlag, flag({ cardId: "no-such-card" }))).status).toBe(404);
    expect((await send(postFlag, flag({ cardId: "card-b" }))).status).toBe(404);
    expect((await send(postFlag, flag({ reporterId: "someone" }))).status).toBe(400);
    expect((await send(postFlag, flag({ status: "ACCEPTED" }))).status).toBe(400);
    expect((await send(postFlag, flag({ reason: "boring" }))).status).toBe(400);
    expect((await send(postFlag, flag({ note: "x".repeat(501) }))).status).toBe(400);
    expect(await listOpen()).toEqual([]);
  });

  test("are answered once: of two authors at the same moment the second is told", async () => {
    const one = flag();
    await send(postFlag, one);
    const author = await person("AUTHOR");
    const answers = await Promise.all([send(postResolve, { id: one.id, verdict: "ACCEPTED", resolution: "corrected" }), send(postResolve, { id: one.id, verdict: "DISMISSED", resolution: "it is right" })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const entries = await database.client.auditEntry.findMany({ where: { name: "flag_resolve", actorId: author } });
    expect(entries).toMatchObject([{ target: "card:card-a" }]);
    expect(await listOpen()).toEqual([]);
  });

  test("are dismissed only with a word to the reader, who then sees it", async () => {
    const reader = await person();
    const one = flag();
    await send(postFlag, one);
    await person("AUTHOR");
    expect(await send(postResolve, { id: one.id, verdict: "DISMISSED", resolution: "  " })).toMatchObject({ status: 400, body: { error: { message: "resolution: say in a sentence why; the reader is told" } } });
    expect((await send(postResolve, { id: one.id, verdict: "DISMISSED", resolution: "the text says it below" })).status).toBe(200);
    expect(await listOwn(reader, "card-a")).toMatchObject([{ status: "DISMISSED", resolution: "the text says it below" }]);
  });

  test("are not answered by learners or visitors, who are told that there is nothing (H13)", async () => {
    const one = flag();
    await send(postFlag, one);
    expect((await send(postResolve, { id: one.id, verdict: "ACCEPTED", resolution: "" })).status).toBe(401);
    await person();
    expect((await send(postResolve, { id: one.id, verdict: "ACCEPTED", resolution: "" })).status).toBe(404);
    expect(await listOpen()).toHaveLength(1);
  });
});
