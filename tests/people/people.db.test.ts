import { describe, expect, test } from "vitest";
import { POST as postRole } from "../../app/api/studio/people/route.ts";
import { POST as postCheck } from "../../app/api/studio/audit/check/route.ts";
import { GET as getExport } from "../../app/api/studio/audit/export/route.ts";
import { checkAll, checkPage, listEntries } from "../../lib/audit/data.ts";
import { loadAudit } from "../../lib/audit/loaders.ts";
import { note } from "../../lib/audit/mutations.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { Role, UserId } from "../../lib/auth/user.ts";
import { listPeople } from "../../lib/people/data.ts";
import { loadPeople } from "../../lib/people/loaders.ts";
import { changeRole } from "../../lib/people/mutations.ts";
import { providers, withDatabase } from "../support/database.ts";
import { HOST, incoming } from "../support/server.ts";

const headers = { origin: HOST, host: "localhost:3000", "content-type": "application/json" };
const post = async (route: (request: Request) => Promise<Response>, body: unknown) => {
  const response = await route(new Request(`${HOST}/api/studio/people`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers }));
  return { status: response.status, text: await response.text() };
};

describe.each(providers)("people on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;

  const person = async (role: Role, name: string | null = null): Promise<UserId> => {
    people += 1;
    const user = await createUser({ email: `person${people}@example.org`, name, passwordHash: null }, people);
    if (user === null) throw new Error("The account was not made.");
    await database.client.user.update({ where: { id: user.id }, data: { role } });
    return user.id as UserId;
  };
  const actAs = (id: string): void => {
    incoming.user = { id, sessionVersion: 0 };
  };
  const roleOf = async (id: string) => (await database.client.user.findUniqueOrThrow({ where: { id } })).role;
  /** Leaves these as the only admins. */
  const onlyAdmins = (ids: readonly string[]) => database.client.user.updateMany({ where: { role: "ADMIN", id: { notIn: [...ids] } }, data: { role: "LEARNER" } });

  test("an admin changes a role, which is noted with both roles and no address, and counts at once", async () => {
    const [admin, other] = [await person("ADMIN"), await person("LEARNER")];
    actAs(admin);
    expect((await post(postRole, { userId: other, from: "LEARNER", to: "ADMIN" })).status).toBe(200);
    const notes = await database.client.auditEntry.findMany({ where: { name: "privilege_permissions_changed", target: `user:${other}` } });
    expect(notes).toMatchObject([{ actorId: admin, detail: '{"from":"LEARNER","to":"ADMIN"}' }]);
    expect(JSON.stringify(notes, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("@");
    actAs(other);
    expect((await post(postRole, { userId: admin, from: "ADMIN", to: "LEARNER" })).status).toBe(200);
    actAs(admin);
    expect((await post(postRole, { userId: other, from: "ADMIN", to: "LEARNER" })).status).toBe(404);
    expect([await roleOf(admin), await roleOf(other)]).toEqual(["LEARNER", "ADMIN"]);
  });

  test("the only admin stays admin, and nothing is noted of the attempt", async () => {
    const admin = await person("ADMIN");
    await onlyAdmins([admin]);
    actAs(admin);
    const answer = await post(postRole, { userId: admin, from: "ADMIN", to: "AUTHOR" });
    expect([answer.status, answer.text.includes("Make somebody else an admin first")]).toEqual([409, true]);
    expect(await roleOf(admin)).toBe("ADMIN");
    expect(await database.client.auditEntry.count({ where: { name: "privilege_permissions_changed", target: `user:${admin}` } })).toBe(0);
  });

  test("of two admins who demote each other at once one stays; also when each demotes themselves", async () => {
    for (const target of ["the other", "oneself"]) {
      for (let round = 0; round < 5; round += 1) {
        const [a, b] = [await person("ADMIN"), await person("ADMIN")];
        await onlyAdmins([a, b]);
        const demote = (by: UserId, whom: UserId) => changeRole({ userId: whom, from: "ADMIN", to: "LEARNER" }, by, round, null);
        const ends = await Promise.all(target === "oneself" ? [demote(a, a), demote(b, b)] : [demote(a, b), demote(b, a)]);
        expect(ends.toSorted()).toEqual(["changed", target === "oneself" ? "last-admin" : "not-admin"]);
        expect(await database.client.user.count({ where: { role: "ADMIN" } })).toBe(1);
      }
    }
    expect(await checkAll()).toMatchObject({ status: "unbroken" });
  });

  test("a role that was changed meanwhile is not overwritten, and somebody who is gone is not there", async () => {
    const [admin, other] = [await person("ADMIN"), await person("AUTHOR")];
    actAs(admin);
    expect((await post(postRole, { userId: other, from: "LEARNER", to: "ADMIN" })).status).toBe(409);
    expect((await post(postRole, { userId: "nobody", from: "LEARNER", to: "ADMIN" })).status).toBe(404);
    expect(await roleOf(other)).toBe("AUTHOR");
  });

  test("nobody but an admin changes a role, sees people or the log, or learns that there is something to see", async () => {
    const admin = await person("ADMIN");
    for (const role of ["LEARNER", "AUTHOR"] as const) {
      const id = await person(role);
      actAs(id);
      expect((await post(postRole, { userId: id, from: role, to: "ADMIN" })).status).toBe(404);
      expect((await post(postCheck, {})).status).toBe(404);
      expect((await getExport(new Request(`${HOST}/api/studio/audit/export`))).status).toBe(404);
      await expect(loadPeople("", "")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
      await expect(loadAudit({})).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
      expect(await roleOf(id)).toBe(role);
      expect(await database.client.auditEntry.count({ where: { name: "authz_fail", actorId: id } })).toBe(5);
    }
    incoming.user = null;
    expect((await post(postRole, { userId: admin, from: "ADMIN", to: "LEARNER" })).status).toBe(401);
    expect((await getExport(new Request(`${HOST}/api/studio/audit/export`))).status).toBe(404);
  });

  test("a field that is not known is refused", async () => {
    const [admin, other] = [await person("ADMIN"), await person("LEARNER")];
    actAs(admin);
    const change = { userId: other, from: "LEARNER", to: "AUTHOR" };
    for (const body of [{ ...change, stability: 9999 }, { ...change, isPublished: true }, '{"userId":"x","from":"LEARNER","to":"AUTHOR","__proto__":{"role":"ADMIN"}}', { ...change, to: "ROOT" }, { ...change, to: "LEARNER" }, { ...change, userId: [other] }]) expect((await post(postRole, body)).status).toBe(400);
    expect(await roleOf(other)).toBe("LEARNER");
  });

  test("a search is for letters as they are typed, without case and accents, in address and name", async () => {
    const [emile, percent] = [await person("LEARNER", "Émile Zola"), await person("LEARNER", "100%_Sure")];
    const find = async (text: string) => (await listPeople(text, null)).people.map(({ id }) => id);
    expect(await find("emile")).toEqual([emile]);
    expect(await find("ZOLA ÉMILE")).toEqual([emile]);
    expect(await find("0%_s")).toEqual([percent]);
    for (const nothing of ["z_la", "' OR 1=1--", "%%", "NEAR(", "\\"]) expect([nothing, await find(nothing)]).toEqual([nothing, []]);
    expect(await find(`person${people}@example`)).toEqual([percent]);
    expect(await find(`emile${" q".repeat(5_000)}`)).toEqual([]);
  });

  test("a list goes on where the page before ended, and shows when somebody last answered", async () => {
    await database.client.user.createMany({ data: Array.from({ length: 120 }, (_, i) => ({ id: `many-${String(i).padStart(3, "0")}`, email: `many${i}@example.org`, name: "Many Folk", createdAt: 5n })) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listPeople("many folk", after);
      expect(page.people.length).toBeLessThanOrEqual(50);
      seen.push(...page.people.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect((await listPeople("many1@", null)).people).toMatchObject([{ role: "LEARNER", lastAnswerDay: null, hasSecondFactor: false }]);
  });
});

describe.each(providers)("the audit page on %s", (provider) => {
  const database = withDatabase(provider);

  test("shows, filters, pages, checks and exports what was noted, with addresses only on the page", async () => {
    const admin = await createUser({ email: "admin@example.org", name: null, passwordHash: null }, 0);
    if (admin === null) throw new Error("The account was not made.");
    await database.client.user.update({ where: { id: admin.id }, data: { role: "ADMIN" } });
    actAsAdmin(admin.id);
    for (let i = 0; i < 120; i += 1) await note({ name: i % 2 === 0 ? "card_publish" : "card_retire", actorId: admin.id, target: i === 7 ? `user:${admin.id}` : `card:c${i}`, detail: { title: '=HYPERLINK("x")' } }, Date.UTC(2026, 10, 1, i));
    const first = await loadAudit({});
    expect(first.entries).toHaveLength(50);
    expect(first.entries[0]).toMatchObject({ actor: { address: "admin@example.org" }, target: { id: "card:c119", address: null } });
    expect(first.check).toEqual({ checked: 50, broken: null, last: expect.any(String), linked: true });
    const second = await loadAudit({ before: String(first.next) });
    expect(second.entries[0]?.seq).toBe((first.entries.at(-1)?.seq ?? 0) - 1);
    expect((await loadAudit({ target: "admin@example.org", actor: "ADMIN@example.org" })).entries).toMatchObject([{ target: { address: "admin@example.org" } }]);
    expect((await loadAudit({ name: "card_retire", from: "2026-11-02", to: "2026-11-02" })).entries).toHaveLength(12);
    expect((await post(postCheck, {})).text).toContain("Checked 120 entries: unbroken.");

    const file = await getExport(new Request(`${HOST}/api/studio/audit/export?name=card_publish`));
    const text = await file.text();
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="heapwise-audit-\d{4}-\d\d-\d\d\.csv"$/);
    expect(text.split("\r\n")).toHaveLength(62);
    expect(text).not.toContain("@example.org");
  });

  test("finds an entry that was changed, removed or added in the database, on the page and in the whole", async () => {
    const log = database.client.auditEntry;
    const entries = await log.findMany({ orderBy: { seq: "asc" } });
    const [victim, newest] = [entries[99], entries.at(-1)];
    if (victim === undefined || newest === undefined) throw new Error("The test before noted 120 entries.");
    await log.update({ where: { seq: victim.seq }, data: { actorId: "somebody-else" } });
    expect(await checkAll()).toEqual({ status: "broken", checked: 99, seq: victim.seq, fault: "changed" });
    const everything = { name: null, actorId: null, target: null, since: null, until: null };
    const page = await listEntries(everything, null);
    expect((await checkPage(page.entries)).broken).toEqual({ seq: victim.seq, fault: "changed" });
    await log.delete({ where: { seq: victim.seq } });
    expect(await checkAll()).toMatchObject({ status: "broken", fault: "gap" });
    await log.create({ data: victim });
    await log.deleteMany({ where: { seq: newest.seq } });
    expect(await checkAll()).toEqual({ status: "cut", checked: entries.length - 1, missing: 1 });
    await log.create({ data: newest });
    expect(await checkAll()).toEqual({ status: "unbroken", checked: entries.length });
  });

  function actAsAdmin(id: string): void {
    incoming.user = { id, sessionVersion: 0 };
  }
});

describe.each(providers)("roles given on the command line on %s", (provider) => {
  const database = withDatabase(provider);
  let members = 0;
  const member = async (role: "LEARNER" | "ADMIN"): Promise<string> => {
    members += 1;
    return (await database.client.user.create({ data: { email: `member${members}@example.org`, role, createdAt: 0n }, select: { id: true } })).id;
  };
  const give = (userId: string, to: "LEARNER" | "AUTHOR") => changeRole({ userId, from: null, to }, null, 1, null);

  test("are noted, each change and none that was none", async () => {
    const id = await member("LEARNER");
    await member("ADMIN");
    expect([await give(id, "AUTHOR"), await give(id, "AUTHOR"), await give(id, "LEARNER"), await give("nobody", "LEARNER")]).toEqual(["changed", "unchanged", "changed", "no-such-person"]);
    const entries = await database.client.auditEntry.findMany({ where: { target: `user:${id}` }, orderBy: { seq: "asc" } });
    expect(entries.map(({ actorId, detail }) => [actorId, JSON.parse(detail)])).toEqual([[null, { from: null, to: "AUTHOR" }], [null, { from: null, to: "LEARNER" }]]);
  });

  test("never leave Heapwise without an admin, also when all admins are removed at once", async () => {
    await database.client.user.updateMany({ data: { role: "LEARNER" } });
    const people = await Promise.all(Array.from({ length: 5 }, () => member("ADMIN")));
    const changes = await Promise.all(people.map((id) => give(id, "LEARNER")));
    expect(changes.filter((change) => change === "last-admin")).toHaveLength(1);
    expect(await database.client.user.count({ where: { role: "ADMIN" } })).toBe(1);
  });
});
