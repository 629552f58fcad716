// Accounts of the browser tests. The forms for signing up and in have tests of their own; everywhere else they would be most of a test's time, since a password's
// hash is made to be slow. So an account is written into the tests' database, and its cookie is signed as next-auth signs it.
import { randomUUID, scryptSync } from "node:crypto";
import path from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { encode } from "next-auth/jwt";
import { newResetToken, RESET_VALID_MS, resetLink } from "../../lib/auth/recovery/token.ts";

export type Role = "LEARNER" | "AUTHOR" | "ADMIN";

export const PASSWORD = "a long enough password";

/** A cheap hash: what a hash costs is a part of it (lib/auth/password.ts). */
const cheapHash = ["scrypt", 16, 8, 1, Buffer.alloc(16).toString("base64url"), scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 16, r: 8, p: 1 }).toString("base64url")].join("$");

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; playwright.config.ts sets it.`);
  return value;
}

/** Works on the database of the app under test, which is running. */
export function inDatabase<T>(work: (database: Database.Database) => T): T {
  const database = new Database(path.join(given("HEAPWISE_E2E_FOLDER"), "e2e.db"), { fileMustExist: true, timeout: 10_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const origin = (): string => `http://127.0.0.1:${given("HEAPWISE_E2E_PORT")}`;

let accounts = 0;

/** An address that no other test uses. */
export function newAddress(): string {
  accounts += 1;
  return `learner-${process.pid}-${Date.now()}-${accounts}@example.org`;
}

/** Sets the role of the account with this address. Roles are read anew at each request, so the page only has to be loaded again. */
export function setRole(email: string, role: Role): void {
  const { changes } = inDatabase((database) => database.prepare("UPDATE User SET role = ? WHERE email = ?").run(role, email));
  if (changes !== 1) throw new Error(`There is no account ${email}.`);
}

/** Makes an account with PASSWORD and signs the page's browser in. Gives the address. */
export async function newAccount(page: Page, role: Role = "LEARNER"): Promise<string> {
  const email = newAddress();
  const uid = randomUUID();
  const sid = randomUUID();
  const now = Date.now();
  inDatabase((database) => {
    database.prepare("INSERT INTO User (id, email, passwordHash, role, createdAt) VALUES (?, ?, ?, ?, ?)").run(uid, email, cheapHash, role, now);
    database.prepare("INSERT INTO UserSession (id, userId, createdAt, lastSeenAt, device) VALUES (?, ?, ?, ?, 'Chromium on Linux')").run(sid, uid, now, now);
  });
  const value = await encode({ token: { uid, version: 0, sid }, secret: given("HEAPWISE_E2E_SECRET") });
  await page.context().addCookies([{ name: "heapwise.session", value, url: origin(), httpOnly: true, sameSite: "Lax" }]);
  return email;
}

/** A link that sets a new password for this account, as an admin hands it out. */
export function newResetLink(email: string): string {
  const { token, hash } = newResetToken();
  const now = Date.now();
  inDatabase((database) =>
    database.prepare("INSERT INTO PasswordReset (tokenHash, userId, createdAt, expiresAt) SELECT ?, id, ?, ? FROM User WHERE email = ?").run(hash, now, now + RESET_VALID_MS, email),
  );
  return resetLink(token, origin());
}
