import { beforeEach, describe, expect, test, vi } from "vitest";
import { hashOfToken } from "../../lib/auth/claim-token.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import type { Role, UserId } from "../../lib/auth/user.ts";
import { acceptInvitation, invite, type InviteResult, revokeInvitation } from "../../lib/invitations/actions.ts";
import { findInvitation, listInvitations } from "../../lib/invitations/data.ts";
import * as mutations from "../../lib/invitations/mutations.ts";
import { INVITATION_VALID_MS } from "../../lib/invitations/token.ts";
import { providers, withDatabase } from "../support/database.ts";
import { incoming, stopClock } from "../support/server.ts";

vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");

const clock = stopClock(Date.UTC(2026, 10, 29, 12));

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe.each(providers)("invitations on %s", (provider) => {
  const database = withDatabase(provider);
  let people = 0;
  const person = async (role: Role): Promise<UserId> => {
    people += 1;
    const user = await createUser({ email: `person${people}@example.org`, name: null, passwordHash: null }, clock.now);
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    return user?.id as UserId;
  };
  const as = (id: UserId | null): void => {
    incoming.user = id === null ? null : { id, sessionVersion: 0, secondFactor: null, sessionId: null };
  };
  const roleOf = async (id: UserId) => (await database.client.user.findUniqueOrThrow({ where: { id } })).role;
  const tokenIn = (result: InviteResult): string => (result.status === "made" ? (new URL(result.link).pathname.split("/").at(-1) ?? "") : "");
  const make = async (role: string): Promise<string> => tokenIn(await invite(null, formOf({ role, label: "A colleague" })));
  const accept = async (token: string): Promise<string> => (await acceptInvitation(null, formOf({ token }))).status;
  let admin: UserId;
  beforeEach(async () => {
    incoming.headers.set("origin", "http://localhost:3000");
    admin = await person("ADMIN");
    as(admin);
  });

  test("a link gives its role to one account, once, and is noted without its token", async () => {
    const token = await make("AUTHOR");
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await findInvitation(hashOfToken(token), clock.now)).toEqual({ role: "AUTHOR", state: "open" });
    const [guest, late] = [await person("LEARNER"), await person("LEARNER")];
    as(guest);
    expect(await accept(token)).toBe("accepted");
    as(late);
    expect(await accept(token)).toBe("refused");
    expect([await roleOf(guest), await roleOf(late)]).toEqual(["AUTHOR", "LEARNER"]);
    expect((await listInvitations(clock.now))[0]).toMatchObject({ label: "A colleague", state: "used", usedBy: expect.stringContaining("@example.org") });
    const notes = await database.client.auditEntry.findMany({ where: { OR: [{ target: `user:${guest}` }, { actorId: admin }] }, orderBy: { seq: "asc" } });
    expect(notes.map(({ name }) => name)).toEqual(["authz_admin", "privilege_permissions_changed"]);
    expect(JSON.stringify(notes.map(({ detail }) => detail))).not.toContain(token);
    expect(await database.client.invitation.count({ where: { tokenHash: token } })).toBe(0);
  });

  test("of ten who open it at once one gets the role", async () => {
    const hash = hashOfToken(await make("AUTHOR"));
    const guests = await Promise.all(Array.from({ length: 10 }, () => person("LEARNER")));
    const outcomes = await Promise.all(guests.map((guest) => mutations.acceptInvitation(hash, guest, clock.now, null)));
    expect(outcomes.filter(({ status }) => status === "accepted")).toHaveLength(1);
    expect((await Promise.all(guests.map(roleOf))).filter((role) => role === "AUTHOR")).toHaveLength(1);
  });

  test("it is void when it is too old, was revoked, or who made it is no admin any more; a higher role is never taken", async () => {
    const [old, revoked, orphan, spare] = [await make("AUTHOR"), await make("AUTHOR"), await make("ADMIN"), await make("AUTHOR")];
    const row = await database.client.invitation.findUniqueOrThrow({ where: { tokenHash: hashOfToken(revoked) } });
    expect((await revokeInvitation(null, formOf({ id: row.id }))).status).toBe("revoked");
    expect((await revokeInvitation(null, formOf({ id: row.id }))).status).toBe("refused");
    expect(await accept(spare)).toBe("refused");
    expect([await roleOf(admin), await findInvitation(hashOfToken(spare), clock.now)]).toEqual(["ADMIN", { role: "AUTHOR", state: "open" }]);
    const guest = await person("LEARNER");
    as(guest);
    expect(await accept(revoked)).toBe("refused");
    const other = await person("ADMIN");
    await database.client.user.update({ where: { id: admin }, data: { role: "LEARNER" } });
    expect(await accept(orphan)).toBe("refused");
    await database.client.user.update({ where: { id: admin }, data: { role: "ADMIN" } });
    clock.now += INVITATION_VALID_MS;
    expect(await accept(old)).toBe("refused");
    expect([await roleOf(guest), await roleOf(other)]).toEqual(["LEARNER", "ADMIN"]);
  });

  test("nobody but an admin makes or revokes one, no role but two is given, and no other site's form does anything", async () => {
    const token = await make("AUTHOR");
    const { id } = await database.client.invitation.findUniqueOrThrow({ where: { tokenHash: hashOfToken(token) } });
    expect((await invite(null, formOf({ role: "OWNER", label: "x" }))).status).toBe("invalid");
    expect((await invite(null, formOf({ role: "AUTHOR", label: " " }))).status).toBe("invalid");
    const before = await database.client.invitation.count();
    for (const who of [await person("AUTHOR"), await person("LEARNER"), null]) {
      as(who);
      expect([(await invite(null, formOf({ role: "ADMIN", label: "me" }))).status, (await revokeInvitation(null, formOf({ id }))).status]).toEqual(["refused", "refused"]);
    }
    as(admin);
    incoming.headers.set("origin", "https://evil.example");
    expect([(await invite(null, formOf({ role: "ADMIN", label: "me" }))).status, (await revokeInvitation(null, formOf({ id }))).status]).toEqual(["refused", "refused"]);
    as(await person("LEARNER"));
    expect(await accept(token)).toBe("refused");
    expect(await database.client.invitation.count()).toBe(before);
    expect(await findInvitation(hashOfToken(token), clock.now)).toMatchObject({ state: "open" });
  });
});
