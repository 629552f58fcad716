import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashOfToken } from "../../../lib/auth/claim-token.ts";
import { createUser } from "../../../lib/auth/mutations.ts";
import { makeResetLink, requestReset } from "../../../lib/auth/recovery/actions.ts";
import { findResetState } from "../../../lib/auth/recovery/data.ts";
import { providers, withDatabase } from "../../support/database.ts";
import { incoming } from "../../support/server.ts";

interface Letter {
  readonly to: readonly string[];
  readonly text: string;
}

const letters: Letter[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const pieces: Buffer[] = [];
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("end", () => {
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(pieces).toString("utf8").replaceAll("=\r\n", "").replaceAll("=3D", "=") });
      done();
    });
  },
});

const ORIGIN = "https://heapwise.example.org";
let networks = 0;

beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  vi.stubEnv("NEXTAUTH_URL", ORIGIN);
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Heapwise <heapwise@example.org>");
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

beforeEach(() => {
  networks += 1;
  incoming.headers = new Headers({ origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example", "x-heapwise-peer": `192.0.2.${networks}` });
  incoming.user = null;
});

afterEach(() => {
  incoming.after.length = 0;
  letters.length = 0;
});

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** Asks for a link, and then lets the server do what it does after its answer. */
async function ask(email: string, more: Record<string, string> = {}): Promise<unknown> {
  const answer = await requestReset(null, form({ email, ...more }));
  for (const work of incoming.after.splice(0)) await work();
  return answer;
}

const tokenIn = (letter: Letter | undefined): string => /\/reset\/([A-Za-z0-9_-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";

describe.each(providers)("asking for a new password on %s", (provider) => {
  const database = withDatabase(provider);

  it("sends one link to the stored address, at the configured origin whatever the request calls its host", async () => {
    await createUser({ email: "ada@example.org", name: null, passwordHash: "hash" }, Date.now());
    expect(await ask(" ADA@Example.org ", { callbackUrl: "/library" })).toEqual({ status: "asked" });
    expect(letters.map(({ to }) => to)).toEqual([["ada@example.org"]]);
    expect(letters[0]?.text).toContain(`${ORIGIN}/reset/`);
    expect(letters[0]?.text).toContain("?callbackUrl=%2Flibrary");
    expect(letters[0]?.text).not.toContain("evil.example");
    expect(await findResetState(hashOfToken(tokenIn(letters[0])), Date.now())).toBe("open");
  });

  it("answers the same for an address that has no account, and sends nothing", async () => {
    const before = await database.client.passwordReset.count();
    expect(await ask("nobody@example.org")).toEqual({ status: "asked" });
    expect(letters).toEqual([]);
    expect(await database.client.passwordReset.count()).toBe(before);
  });

  it("does the same before its answer for a known address and an unknown one: looking it up comes after", async () => {
    const before = await database.client.passwordReset.count();
    for (const email of ["ada@example.org", "nobody@example.org"]) expect(await requestReset(null, form({ email }))).toEqual({ status: "asked" });
    expect(incoming.after).toHaveLength(2);
    expect(await database.client.passwordReset.count()).toBe(before);
    expect(letters).toEqual([]);
  });

  it("leads to no other site afterwards", async () => {
    await createUser({ email: "led-away@example.org", name: null, passwordHash: "hash" }, Date.now());
    await ask("led-away@example.org", { callbackUrl: "//evil.example" });
    expect(tokenIn(letters[0])).not.toBe("");
    expect(letters[0]?.text).not.toContain("callbackUrl");
  });

  it("is refused the fourth time in a row, alike for known and unknown addresses", async () => {
    await createUser({ email: "often@example.org", name: null, passwordHash: "hash" }, Date.now());
    for (const email of ["often@example.org", "often-nobody@example.org"]) {
      for (let i = 0; i < 3; i += 1) expect(await ask(email)).toEqual({ status: "asked" });
      expect(await ask(email)).toMatchObject({ status: "refused", reason: expect.stringContaining("too often") });
    }
    expect(letters).toHaveLength(3);
  });

  it("is refused after twenty addresses from one network", async () => {
    for (let i = 0; i < 20; i += 1) expect(await ask(`spray${i}@example.org`)).toEqual({ status: "asked" });
    expect(await ask("spray20@example.org")).toMatchObject({ status: "refused" });
  });

  it.each(["ada", "ada@example.org\r\nBcc: eve@example.org", "ada@example.org,eve@example.org", ""])("refuses what is no single address: %j", async (email) => {
    expect(await ask(email)).toMatchObject({ status: "invalid" });
    expect(letters).toEqual([]);
  });

  it("is refused when another site's page sends it", async () => {
    incoming.headers.set("sec-fetch-site", "cross-site");
    expect(await ask("ada@example.org")).toMatchObject({ status: "refused" });
    expect(letters).toEqual([]);
  });
});

describe.each(providers)("a link made by an admin on %s", (provider) => {
  const database = withDatabase(provider);

  async function signedInAs(email: string, role: "LEARNER" | "AUTHOR" | "ADMIN"): Promise<string> {
    const user = await createUser({ email, name: null, passwordHash: "hash" }, Date.now());
    await database.client.user.update({ where: { id: user?.id ?? "" }, data: { role } });
    incoming.user = { id: user?.id ?? "", sessionVersion: 0 };
    return user?.id ?? "";
  }

  it("is refused to visitors, learners and authors, and to admins without the second factor that https asks for", async () => {
    const victim = await signedInAs("victim@example.org", "LEARNER");
    incoming.user = null;
    expect(await makeResetLink(null, form({ userId: victim }))).toEqual({ status: "signed-out" });
    for (const role of ["LEARNER", "AUTHOR", "ADMIN"] as const) {
      await signedInAs(`${role.toLowerCase()}@example.org`, role);
      expect(await makeResetLink(null, form({ userId: victim }))).toMatchObject({ status: "refused" });
    }
    expect(await database.client.passwordReset.count()).toBe(0);
  });

  it("is given to an admin with a second factor, is noted, and names who made it", async () => {
    const victim = await signedInAs("locked-out@example.org", "LEARNER");
    const admin = await signedInAs("boss@example.org", "ADMIN");
    await database.client.user.update({ where: { id: admin }, data: { totpSecret: "v1.sealed", totpSince: 7n } });
    incoming.user = { id: admin, sessionVersion: 0, ...{ secondFactor: 7 } };
    const made = await makeResetLink(null, form({ userId: victim }));
    expect(made).toMatchObject({ status: "made", link: expect.stringMatching(/^https:\/\/heapwise\.example\.org\/reset\/[A-Za-z0-9_-]{43}$/) });
    expect(await database.client.passwordReset.findMany({ select: { userId: true, issuedById: true } })).toEqual([{ userId: victim, issuedById: admin }]);
    expect(await database.client.auditEntry.findMany({ select: { name: true, actorId: true, target: true } })).toEqual([{ name: "authz_admin", actorId: admin, target: `user:${victim}` }]);
    expect(await makeResetLink(null, form({ userId: "nobody" }))).toMatchObject({ status: "refused" });
  });
});
