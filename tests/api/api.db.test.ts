import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { GET } from "../../app/api/v1/[endpoint]/route.ts";
import { GET as getDocument } from "../../app/api/v1/openapi.json/route.ts";
import { ENDPOINTS } from "../../lib/api/endpoints.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { readTokens } from "../../lib/auth/tokens/data.ts";
import { createToken, revokeToken } from "../../lib/auth/tokens/mutations.ts";
import { newApiToken } from "../../lib/auth/tokens/token.ts";
import type { UserId } from "../../lib/auth/user.ts";
import { syncLibrary } from "../../lib/content/mutations.ts";
import { recordEvents } from "../../lib/reviews/mutations.ts";
import { dayToIso } from "../../lib/scheduling/study-day.ts";
import { cardFile } from "../content-sync/library.ts";
import { DAY_MS, reviewBody } from "../reviews/logs.ts";
import { providers, withDatabase } from "../support/database.ts";

const ask = async (name: string, authorization?: string, query = "") => {
  const response = await GET(new Request(`http://localhost:3000/api/v1/${name}${query}`, { headers: authorization === undefined ? {} : { authorization } }), { params: Promise.resolve({ endpoint: name }) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
};

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly { name: string }[]; readonly responses: { readonly 200: { readonly content: { readonly "application/json": { readonly schema: z.core.JSONSchema.JSONSchema } } } } } }>>;
}

describe.each(providers)("the read-only API on %s", (provider) => {
  const database = withDatabase(provider);
  const now = Date.now();
  let mine = "" as UserId;
  let bearer = "";
  const today = dayToIso(Math.floor(now / DAY_MS));
  const yesterday = dayToIso(Math.floor(now / DAY_MS) - 1);
  const days = `?from=${yesterday}&to=${today}`;

  const person = async (name: string): Promise<UserId> => {
    const user = await createUser({ email: `${name}@example.org`, name, passwordHash: null }, now - 3 * DAY_MS);
    const id = (user?.id ?? "") as UserId;
    const card = await database.client.card.findUniqueOrThrow({ where: { id: name === "mine" ? "card-a" : "card-b" } });
    await recordEvents({ userId: id, createdAt: now - 3 * DAY_MS, timeZone: "UTC", rolloverHour: 0 }, [reviewBody(1, 4, now - 1_000, { cardId: card.id, revisionId: card.currentRevisionId ?? "" })], now);
    return id;
  };
  const tokenOf = async (id: UserId, madeAt = now) => {
    const { token, hash } = newApiToken();
    expect(await createToken(id, { name: "status line", days: 30 }, hash, madeAt, null)).toBe(true);
    return `Bearer ${token}`;
  };

  beforeAll(async () => {
    await syncLibrary([cardFile("card-a"), cardFile("card-b")], null, now - 3 * DAY_MS);
    mine = await person("mine");
    await person("other");
    bearer = await tokenOf(mine);
  });

  test("answers what its document says, for each address that the document has", async () => {
    const document = (await (await getDocument(new Request("http://localhost:3000/api/v1/openapi.json"))).json()) as Document;
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths).toSorted()).toEqual(Object.keys(ENDPOINTS).map((name) => `/${name}`).toSorted());
    for (const [path, { get }] of Object.entries(document.paths)) {
      const { status, headers, body } = await ask(path.slice(1), bearer, get.parameters.length > 0 ? days : "");
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get("cache-control")).toBe("private, no-store");
      const schema = z.fromJSONSchema(get.responses[200].content["application/json"].schema);
      expect([path, schema.safeParse(body).error?.issues ?? []]).toEqual([path, []]);
      expect([path, schema.safeParse({ ...body, secret: 1 }).success]).toEqual([path, false]);
    }
  });

  test("reads the owner's own data alone", async () => {
    expect((await ask("me", bearer)).body).toMatchObject({ name: "mine", timeZone: "UTC", rolloverHour: 4, newPerDay: 6 });
    expect((await ask("reviews", bearer, days)).body).toMatchObject({ events: [{ cardId: "card-a", kind: "review", grade: 4 }] });
    expect((await ask("cards", bearer)).body).toMatchObject({ cards: [{ id: "card-a", state: "learned", lapses: 0 }, { id: "card-b", state: "new", dueDay: null }] });
    expect(await ask("me", bearer, "?userId=other")).toMatchObject({ status: 400, body: { error: { message: "unknown parameter userId" } } });
  });

  test("refuses a query that is not what the document says", async () => {
    for (const query of ["", "?from=2026-02-30&to=2026-03-01", "?from=2026-03-02&to=2026-03-01", "?from=2025-01-01&to=2026-01-01", `${days}&from=${today}`]) {
      expect([query, (await ask("reviews", bearer, query)).status]).toEqual([query, 400]);
    }
  });

  test("opens to a token and to nothing else, and says no more to others than how to get one (H43)", async () => {
    const { hash } = newApiToken();
    for (const other of [undefined, "Bearer %E0%A4%A", "Bearer ", "Basic bWluZTptaW5l", `Bearer heapwise_${hash.slice(0, 43)}`, bearer.replace("heapwise_", "")]) {
      for (const name of ["me", "no-such-name"]) {
        const { status, headers, body } = await ask(name, other);
        expect([other, status, (body as { error: { code: string } }).error.code, headers.get("www-authenticate")]).toEqual([other, 401, "unauthenticated", 'Bearer realm="heapwise"']);
      }
    }
    expect((await ask("no-such-name", bearer)).status).toBe(404);
  });

  test("is closed to a token that was revoked or is over, and nobody else can revoke one", async () => {
    const [second, old] = [await tokenOf(mine), await tokenOf(mine, now - 31 * DAY_MS)];
    expect((await ask("me", old)).status).toBe(401);
    expect((await ask("me", second)).status).toBe(200);
    const [newest] = (await readTokens(mine)).filter(({ lastUsedAt }) => lastUsedAt !== null);
    const other = (await database.client.user.findUniqueOrThrow({ where: { email: "other@example.org" } })).id as UserId;
    expect(await revokeToken(other, newest?.id ?? "", now, null)).toBe(false);
    for (const { id } of await readTokens(mine)) expect(await revokeToken(mine, id, now, null)).toBe(true);
    expect([(await ask("me", second)).status, (await ask("me", bearer)).status]).toEqual([401, 401]);
  });

  test("gives a user ten tokens and no more, and keeps only hashes", async () => {
    for (let made = 0; made < 10; made += 1) await tokenOf(mine);
    expect(await createToken(mine, { name: "one more", days: 30 }, newApiToken().hash, now, null)).toBe(false);
    expect(await readTokens(mine)).toHaveLength(10);
    expect((await database.client.apiToken.findMany()).every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true);
  });
});
