import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as postFlag } from "../../app/api/flags/route.ts";
import { POST as postTold } from "../../app/api/flags/told/route.ts";
import { POST as postResolve } from "../../app/api/studio/flags/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { readFlagHistory, readInbox, readOwnFlags, readUntold } from "../../lib/flags/data.ts";
import { LIMITS } from "../../lib/limits/limits.ts";
import { cardFile } from "../content-sync/library.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

async function send(route: (request: Request) => Promise<Response>, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await route(new Request(`${HOST}/api/flags`, { method: "POST", body: text, headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } }));
  return { status: response.status, text: await response.text() };
}

describe.each(providers)("flags on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  let revisionId = "";

  const become = async (role: "LEARNER" | "AUTHOR" | "ADMIN" | null): Promise<UserId> => {
    people += 1;
    if (role === null) {
      incoming.user = null;
      return "" as UserId;
    }
    const user = await createUser({ email: `person${people}@example.org`, name: null, passwordHash: null }, 0);
    if (user === null) throw new Error("The account was not made.");
    await database.client.user.update({ where: { id: user.id }, data: { role } });
    incoming.user = { id: user.id, sessionVersion: 0 };
    return user.id as UserId;
  };
  const flag = (more: object = {}) => ({ id: randomUUID(), cardId: "card-a", revisionId, reason: "wrong", note: "It prints False.", ...more });
  const stored = (id: string) => database.client.cardFlag.findUnique({ where: { id } });

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, 0);
    revisionId = (await database.client.card.findUniqueOrThrow({ where: { id: "card-a" } })).currentRevisionId ?? "";
  });

  test("a flag is stored once with what was on the screen, however often and at once it is sent", async () => {
    const reader = await become("LEARNER");
    const sent = flag();
    expect((await Promise.all([1, 2, 3, 4, 5].map(() => send(postFlag, sent)))).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await database.client.cardFlag.findMany({ where: { id: sent.id } })).toMatchObject([{ cardId: "card-a", revisionId, reason: "wrong", note: "It prints False.", reporterId: reader, status: "OPEN" }]);
  });

  test("the version and the answer that were on the screen go along; another version, and an answer without end, do not", async () => {
    await become("LEARNER");
    const sent = flag({ version: "3.12", answer: "True\n" });
    expect((await send(postFlag, sent)).status).toBe(200);
    expect(await stored(sent.id)).toMatchObject({ version: "3.12", answer: "True" });
    expect((await readInbox()).cards.flatMap(({ flags }) => flags).find(({ id }) => id === sent.id)).toMatchObject({ version: "3.12", answer: "True" });
    for (const more of [{ version: "2.7" }, { answer: "x".repeat(2_001) }, { answer: "\u0000" }, { toldAt: 1 }]) expect((await send(postFlag, flag(more))).status).toBe(400);
  });

  test("who flagged a card is told what became of it until they have read it; nobody else is, or ends it", async () => {
    const reader = await become("LEARNER");
    const [decided, open] = [flag(), flag()];
    for (const one of [decided, open]) await send(postFlag, one);
    await become("AUTHOR");
    await send(postResolve, { id: decided.id, decision: "accept", word: "Thank you." });
    expect(await readUntold(reader)).toMatchObject([{ id: decided.id, cardId: "card-a", outcome: { kind: "accepted", word: "Thank you." } }]);
    const other = await become("LEARNER");
    expect(await readUntold(other)).toEqual([]);
    expect((await send(postTold, { ids: [decided.id] })).status).toBe(200);
    expect(await readUntold(reader)).toHaveLength(1);
    incoming.user = { id: reader, sessionVersion: 0 };
    expect((await send(postTold, { ids: [decided.id, open.id] })).status).toBe(200);
    expect(await readUntold(reader)).toEqual([]);
    expect((await stored(open.id))?.toldAt).toBeNull();
    expect((await send(postTold, { ids: [decided.id], userId: other })).status).toBe(400);
    await become(null);
    expect((await send(postTold, { ids: [decided.id] })).status).toBe(401);
  });

  test("another flag under an id that is taken is refused and changes nothing, also for somebody else", async () => {
    await become("LEARNER");
    const sent = flag();
    await send(postFlag, sent);
    expect((await send(postFlag, { ...sent, note: "Another." })).status).toBe(409);
    await become("LEARNER");
    const answer = await send(postFlag, sent);
    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain("It prints False");
    expect(await stored(sent.id)).toMatchObject({ note: "It prints False." });
  });

  test("a visitor may flag, so many times a day from one network", async () => {
    await become(null);
    const network = { "x-heapwise-peer": `192.0.2.${people}` };
    for (let i = 0; i < LIMITS["flag per network"].most; i += 1) expect((await send(postFlag, flag({ reason: "typo" }), network)).status).toBe(200);
    expect((await send(postFlag, flag(), network)).status).toBe(429);
    expect((await send(postFlag, flag(), { "x-heapwise-peer": "198.51.100.7" })).status).toBe(200);
    expect(await database.client.cardFlag.count({ where: { reporterId: null } })).toBe(LIMITS["flag per network"].most + 1);
  });

  test("a reader with an account may flag so many times a day", async () => {
    const reader = await become("LEARNER");
    for (let i = 0; i < LIMITS.flag.most; i += 1) expect((await send(postFlag, flag())).status).toBe(200);
    expect((await send(postFlag, flag())).status).toBe(429);
    expect(await database.client.cardFlag.count({ where: { reporterId: reader } })).toBe(LIMITS.flag.most);
  });

  test("no field beside the flag's own is taken, no card that is not in the library, and nothing from another site", async () => {
    await become("LEARNER");
    const before = await database.client.cardFlag.count();
    for (const body of [flag({ reporterId: "another" }), flag({ status: "ACCEPTED" }), flag({ role: "ADMIN" }), JSON.stringify(flag()).replace("{", '{"__proto__":{"role":"ADMIN"},'), flag({ reason: "x" }), []]) expect((await send(postFlag, body)).status).toBe(400);
    expect((await send(postFlag, flag({ cardId: "card-b" }))).status).toBe(404);
    expect((await send(postFlag, flag({ cardId: "no-card" }))).status).toBe(404);
    expect((await send(postFlag, flag(), { origin: "https://evil.example" })).status).toBe(403);
    expect(await database.client.cardFlag.count()).toBe(before);
  });

  test("the inbox has the open flags by card, and says from which revision they are", async () => {
    await become("LEARNER");
    const sent = flag({ reason: "unclear" });
    await send(postFlag, sent);
    const card = (await readInbox()).cards.find(({ cardId }) => cardId === "card-a");
    expect(card).toMatchObject({ revision: 1, retired: false });
    expect(card?.flags.find(({ id }) => id === sent.id)).toMatchObject({ reason: "unclear", revision: 1, byVisitor: false });
  });

  test("a decision is stored and noted, and the reader is told; nobody else has it among their own", async () => {
    const reader = await become("LEARNER");
    const sent = flag();
    await send(postFlag, sent);
    const author = await become("AUTHOR");
    expect((await send(postResolve, { id: sent.id, decision: "dismiss", word: "" })).status).toBe(400);
    expect((await send(postResolve, { id: sent.id, decision: "dismiss", word: "It is as it should be." })).status).toBe(200);
    expect(await readOwnFlags(reader, "card-a")).toMatchObject([{ id: sent.id, outcome: { kind: "dismissed", word: "It is as it should be." } }]);
    expect(await readOwnFlags(author, "card-a")).toEqual([]);
    expect(await database.client.auditEntry.findMany({ where: { name: "flag_resolve", actorId: author } })).toMatchObject([{ target: "card:card-a", detail: JSON.stringify({ flag: sent.id, decision: "dismiss" }) }]);
    expect((await readFlagHistory(null)).flags[0]).toMatchObject({ id: sent.id, accepted: false, resolvedBy: `person${people}@example.org` });
    expect((await readInbox()).cards.flatMap(({ flags }) => flags).map(({ id }) => id)).not.toContain(sent.id);
  });

  test("a reply leaves a flag open and is told, noted and told again with the decision; a decided flag takes none", async () => {
    const reader = await become("LEARNER");
    const sent = flag();
    await send(postFlag, sent);
    const author = await become("AUTHOR");
    const reply = (word: string) => send(postResolve, { id: sent.id, decision: "reply", word });
    expect((await reply(" ")).status).toBe(400);
    expect((await reply("Which build was it?")).status).toBe(200);
    expect(await stored(sent.id)).toMatchObject({ status: "OPEN", resolvedAt: null, reply: "Which build was it?", repliedById: author });
    expect((await readInbox()).cards.flatMap(({ flags }) => flags).find(({ id }) => id === sent.id)).toMatchObject({ reply: "Which build was it?" });
    expect(await readUntold(reader)).toMatchObject([{ id: sent.id, outcome: { kind: "open", reply: "Which build was it?" } }]);
    expect(await readUntold(author)).toEqual([]);
    expect(await database.client.auditEntry.findMany({ where: { name: "flag_reply", actorId: author } })).toMatchObject([{ target: "card:card-a", detail: JSON.stringify({ flag: sent.id }) }]);
    incoming.user = { id: reader, sessionVersion: 0 };
    expect((await send(postTold, { ids: [sent.id] })).status).toBe(200);
    expect(await readUntold(reader)).toEqual([]);
    expect((await reply("I reply to myself.")).status).toBe(404);
    incoming.user = { id: author, sessionVersion: 0 };
    await send(postResolve, { id: sent.id, decision: "dismiss", word: "It is as it should be." });
    expect(await readUntold(reader)).toMatchObject([{ id: sent.id, outcome: { kind: "dismissed" } }]);
    const late = await reply("One more word.");
    expect(late.status).toBe(409);
    expect(late.text).toContain("Your reply was not sent.");
    expect(await stored(sent.id)).toMatchObject({ status: "DISMISSED", reply: "Which build was it?" });
  });

  test("of two who decide at once one does, and the other is told who was first", async () => {
    await become("LEARNER");
    const sent = flag();
    await send(postFlag, sent);
    await become("AUTHOR");
    const answers = await Promise.all([send(postResolve, { id: sent.id, decision: "accept", word: "" }), send(postResolve, { id: sent.id, decision: "dismiss", word: "No." })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain(`person${people}@example.org`);
    expect(await database.client.auditEntry.count({ where: { name: "flag_resolve", detail: { contains: sent.id } } })).toBe(1);
  });

  test("a learner, a visitor and an author who was demoted decide nothing; the learner is noted", async () => {
    const reader = await become("LEARNER");
    const sent = flag();
    await send(postFlag, sent);
    const decide = () => send(postResolve, { id: sent.id, decision: "accept", word: "" });
    expect((await decide()).status).toBe(404);
    expect(await database.client.auditEntry.count({ where: { name: "authz_fail", actorId: reader } })).toBe(1);
    await become(null);
    expect((await decide()).status).toBe(401);
    const author = await become("AUTHOR");
    expect((await send(postResolve, { id: sent.id, decision: "accept", word: "", resolvedById: "another" })).status).toBe(400);
    expect((await send(postResolve, { id: randomUUID(), decision: "accept", word: "" })).status).toBe(404);
    await database.client.user.update({ where: { id: author }, data: { role: "LEARNER" } });
    expect((await decide()).status).toBe(404);
    expect(await stored(sent.id)).toMatchObject({ status: "OPEN", resolvedById: null });
  });
});
