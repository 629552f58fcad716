import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createUser } from "../../lib/auth/mutations.ts";
import { requireRole } from "../../lib/auth/loaders.ts";
import { AppError } from "../../lib/errors.ts";
import { answerJson, handle } from "../../lib/http/actions.ts";
import { LIMITS } from "../../lib/limits/limits.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const schema = z.strictObject({ text: z.string() });

function request(body: unknown = { text: "x" }, headers: Record<string, string> = {}): Request {
  return new Request(`${HOST}/api/things`, { method: "POST", body: JSON.stringify(body), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json", ...headers } });
}

describe.each(providers)("a route on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  let id = "";

  const denials = () => database.client.auditEntry.findMany({ where: { name: "authz_fail", actorId: id }, select: { detail: true } });

  beforeEach(async () => {
    people += 1;
    id = (await createUser({ email: `route${people}@example.org`, name: null, passwordHash: null }, 0))?.id ?? "";
    incoming.user = { id, sessionVersion: 0 };
  });

  test("refuses fields that it does not know, also those that would change a prototype or a role", async () => {
    const bodies = ['{"text":"x","role":"ADMIN"}', '{"text":"x","userId":"another"}', '{"text":"x","isPublished":true}', '{"text":"x","__proto__":{"role":"ADMIN"}}', '{"text":["x","y"]}', '{"text":{"not":"x"}}'];
    for (const body of bodies) {
      const answer = await answerJson(new Request(request(), { body }), { schema }, async (user) => ({ role: user.role }));
      expect([body, answer.status]).toEqual([body, 400]);
    }
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test("tells a learner that an author's route is not there, and notes who asked", async () => {
    const work = vi.fn(async () => ({}));
    const answer = await answerJson(request(), { schema, role: "AUTHOR" }, work);
    expect([answer.status, work.mock.calls.length]).toEqual([404, 0]);
    expect(await denials()).toEqual([{ detail: '{"needed":"AUTHOR","path":"/api/things"}' }]);
  });

  test("refuses an admin who was made a learner, with the session from before", async () => {
    await database.client.user.update({ where: { id }, data: { role: "ADMIN" } });
    expect((await answerJson(request(), { schema, role: "ADMIN" }, async () => ({}))).status).toBe(200);
    await database.client.user.update({ where: { id }, data: { role: "LEARNER" } });
    expect((await answerJson(request(), { schema, role: "ADMIN" }, async () => ({}))).status).toBe(404);
  });

  test("tells of another's thing that it is not there, and notes who asked", async () => {
    const answer = await answerJson(request(), { schema }, async () => {
      throw new AppError("not-found", "There is nothing here.");
    });
    expect(answer.status).toBe(404);
    expect(await denials()).toEqual([{ detail: '{"path":"/api/things"}' }]);
  });

  test("notes no more than thirty such requests of one user in an hour", async () => {
    for (let i = 0; i < LIMITS["denials noted"].most + 5; i += 1) await answerJson(request(), { schema, role: "ADMIN" }, async () => ({}));
    expect(await denials()).toHaveLength(LIMITS["denials noted"].most);
  });

  test("that is asked too often says so with the time to wait", async () => {
    const ask = () => answerJson(request(), { schema, limit: "verify run" }, async () => ({}));
    for (let i = 0; i < LIMITS["verify run"].most; i += 1) expect((await ask()).status).toBe(200);
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ error: { code: "too-many" } });
  });

  test("a page for authors is not there for a learner, who is noted, and leads a visitor to the sign-in", async () => {
    await expect(requireRole("AUTHOR", "/studio")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(await denials()).toEqual([{ detail: '{"needed":"AUTHOR","page":"/studio"}' }]);
    incoming.user = null;
    await expect(requireRole("AUTHOR", "/studio")).rejects.toMatchObject({ digest: expect.stringContaining("/login?callbackUrl=%2Fstudio") });
  });

  test("that fails says so in general words with the request's id, and writes one line without what was sent", async () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => {});
    const requestId = "5ad5d4b2-6b1c-4f3e-9d0a-3a8f9f0c1d2e";
    const secret = "PrismaClientKnownRequestError: SELECT * FROM User at /home/app/x.ts\n\u001b[31mforged line";
    const answer = await handle(request({}, { "x-request-id": requestId, "user-agent": "x".repeat(10_000) }), async () => {
      throw new RangeError(secret);
    });
    const body = await answer.text();
    expect([answer.status, answer.headers.get("x-request-id"), answer.headers.get("cache-control")]).toEqual([500, requestId, "private, no-store"]);
    expect(body).toContain(requestId);
    expect(written.mock.calls).toEqual([[`{"level":"error","requestId":"${requestId}","method":"POST","path":"/api/things","error":"RangeError"}`]]);
    for (const word of ["Prisma", "SELECT", "/home", "forged", "RangeError", "at "]) expect(body).not.toContain(word);
  });

  test("takes no request id from a client that is none", async () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => {});
    const answer = await handle(request({}, { "x-request-id": "forged id" }), async () => Promise.reject(new Error("x")));
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(written.mock.calls[0]?.[0]).not.toContain("forged");
  });
});
