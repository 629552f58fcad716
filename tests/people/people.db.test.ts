import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as postRole } from "../../app/api/studio/people/route.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { Role } from "../../lib/auth/user.ts";
import { listPeople } from "../../lib/people/data.ts";
import { providers, withDatabase } from "../support/database.ts";

const session = vi.hoisted(() => ({ user: null as { id: string; sessionVersion: number } | null }));
vi.mock("next-auth", async (original) => ({ ...(await original<object>()), getServerSession: async () => (session.user === null ? null : { user: session.user }) }));
vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough to be taken");

const HOST = "http://localhost:3000";
const give = async (userId: string, role: string, more: object = {}) => {
  const response = await postRole(new Request(`${HOST}/api/studio/people`, { method: "POST", body: JSON.stringify({ userId, role, ...more }), headers: { origin: HOST, host: "localhost:3000", "content-type": "application/json" } }));
  return response.status;
};

describe.each(providers)("people on %s", (provider) => {
  const database = withDatabase(provider);
  const person = async (role: Role, email = `${randomUUID()}@example.org`): Promise<string> => {
    const user = await createUser({ email, name: null, passwordHash: null }, Date.now());
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    return user?.id ?? "";
  };
  const as = (id: string): void => {
    session.user = { id, sessionVersion: 0 };
  };
  const roleOf = async (id: string) => (await database.client.user.findUniqueOrThrow({ where: { id } })).role;

  beforeEach(async () => {
    session.user = null;
    await database.client.user.deleteMany({});
  });

  test("get a role from an admin, noted with who gave it", async () => {
    const [admin, other] = [await person("ADMIN"), await person("LEARNER")];
    as(admin);
    expect(await give(other, "AUTHOR")).toBe(200);
    expect(await roleOf(other)).toBe("AUTHOR");
    expect(await database.client.auditEntry.findMany({ where: { name: "privilege_permissions_changed", target: `user:${other}` } })).toMatchObject([{ actorId: admin }]);
  });

  test("who lost the role are refused at their very next request, whatever their cookie says (H14)", async () => {
    const [admin, second, other] = [await person("ADMIN"), await person("ADMIN"), await person("LEARNER")];
    as(admin);
    expect(await give(second, "LEARNER")).toBe(200);
    as(second);
    expect(await give(other, "ADMIN")).toBe(404);
    expect(await roleOf(other)).toBe("LEARNER");
  });

  test("keep an admin among them, also when two admins demote each other at once", async () => {
    const [one, two] = [await person("ADMIN"), await person("ADMIN")];
    as(one);
    expect(await give(one, "LEARNER")).toBe(200);
    as(two);
    expect(await give(two, "AUTHOR")).toBe(409);
    await database.client.user.update({ where: { id: one }, data: { role: "ADMIN" } });
    as(one);
    await Promise.all([give(two, "LEARNER"), give(one, "LEARNER")]);
    expect(await database.client.user.count({ where: { role: "ADMIN" } })).toBe(1);
  });

  test("cannot give themselves a role, and authors give none (H11, H13)", async () => {
    const [learner, author] = [await person("LEARNER"), await person("AUTHOR"), await person("ADMIN")];
    for (const id of [learner, author]) {
      as(id);
      expect(await give(id, "ADMIN")).toBe(404);
    }
    as(await person("ADMIN"));
    expect(await give(learner, "OWNER")).toBe(400);
    expect(await give(learner, "AUTHOR", { email: "x@example.org" })).toBe(400);
    expect(await give("nobody", "AUTHOR")).toBe(404);
    session.user = null;
    expect(await give(learner, "ADMIN")).toBe(401);
    expect(await roleOf(learner)).toBe("LEARNER");
  });

  test("are found by a part of their address, taken literally, a page at a time", async () => {
    for (let i = 0; i < 60; i += 1) await person("LEARNER", `reader${String(i).padStart(2, "0")}@example.org`);
    const first = await listPeople("READER", 0);
    expect(first.people.map((one) => one.email)).toEqual(Array.from({ length: 50 }, (_, i) => `reader${String(i).padStart(2, "0")}@example.org`));
    expect(first.more).toBe(true);
    expect((await listPeople("reader", 1)).people).toHaveLength(10);
    for (const literal of ["' OR 1=1--", "nobody"]) expect((await listPeople(literal, 0)).people).toEqual([]);
  });
});
