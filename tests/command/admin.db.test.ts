import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { hashOfToken } from "../../lib/auth/claim-token.ts";
import { findSessionUser } from "../../lib/auth/data.ts";
import { createUser } from "../../lib/auth/mutations.ts";
import { findResetState } from "../../lib/auth/recovery/data.ts";
import { beginFactor, confirmFactor } from "../../lib/auth/second-factor/mutations.ts";
import { inProject, root } from "../../lib/setup/project.mjs";
import { providers, withDatabase } from "../support/database.ts";

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** npm run admin, as somebody on the server's machine types it. */
function admin(url: string, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: "a secret of this test, long enough to be taken", NEXTAUTH_URL: "https://heapwise.example.org" };
  const child = spawn(process.execPath, [inProject("lib/setup/admin.mjs"), ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, error] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => { out += text; });
  child.stderr.setEncoding("utf8").on("data", (text) => { error += text; });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, out, error })));
}

describe.each(providers)("npm run admin on %s", { timeout: 120_000 }, (provider) => {
  const database = withDatabase(provider);

  async function newMember(email: string): Promise<string> {
    const user = await createUser({ email, name: null, passwordHash: "hash" }, Date.now());
    return user?.id ?? "";
  }

  it("reset prints a link, alone on its line of output, that is open and in the database as a hash", async () => {
    const id = await newMember("locked-out@example.org");
    const { status, out, error } = await admin(database.url, "reset", "Locked-Out@Example.org");
    expect([status, error]).toEqual([0, expect.stringContaining("within 30 minutes")]);
    const token = /^https:\/\/heapwise\.example\.org\/reset\/([A-Za-z0-9_-]{43})\n$/.exec(out)?.[1] ?? "";
    expect(await findResetState(hashOfToken(token), Date.now())).toBe("open");
    expect(await database.client.passwordReset.findMany({ select: { userId: true, issuedById: true } })).toEqual([{ userId: id, issuedById: null }]);
  });

  it("role makes an admin, and does not remove the last one", async () => {
    const id = await newMember("boss@example.org");
    expect(await admin(database.url, "role", "boss@example.org", "admin")).toMatchObject({ status: 0, out: "boss@example.org is admin now.\n" });
    expect(await findSessionUser(id, 0)).toMatchObject({ role: "ADMIN" });
    expect(await admin(database.url, "role", "boss@example.org", "learner")).toMatchObject({ status: 1, out: "", error: expect.stringContaining("is the only admin") });
    expect(await findSessionUser(id, 0)).toMatchObject({ role: "ADMIN" });
  });

  it("reset-second-factor lets somebody in who lost the phone", async () => {
    const id = await newMember("lost-phone@example.org");
    const user = await findSessionUser(id, 0);
    if (user === null) throw new Error("no session");
    await beginFactor(user.id, "v1.sealed");
    await confirmFactor(user.id, "v1.sealed", 1, [], Date.now());
    expect(await findSessionUser(id, 0)).toBeNull();
    expect(await admin(database.url, "reset-second-factor", "lost-phone@example.org")).toMatchObject({ status: 0 });
    expect(await findSessionUser(id, 0)).toMatchObject({ hasSecondFactor: false });
  });

  it("says that an address is unknown, with status 1", async () => {
    expect(await admin(database.url, "reset", "nobody@example.org")).toEqual({ status: 1, out: "", error: "There is no account with the address nobody@example.org.\n" });
  });

  it("shows its use, with status 2, when it is used wrongly", async () => {
    const wrong = [[], ["rest"], ["reset"], ["reset", "nobody"], ["role", "boss@example.org"], ["role", "boss@example.org", "toString"], ["reset", "boss@example.org", "more"]];
    const ran = await Promise.all(wrong.slice(0, 3).map((args) => admin(database.url, ...args)));
    for (const args of wrong.slice(3)) ran.push(await admin(database.url, ...args));
    for (const { status, out, error } of ran) {
      expect([status, out]).toEqual([2, ""]);
      expect(error).toContain("npm run admin -- reset ADDRESS");
    }
  });
});
