import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseEnv } from "../../lib/env.ts";
import { ensureSecret } from "../../lib/setup/environment-file.mjs";
import { absoluteDatabaseUrl, root } from "../../lib/setup/project.mjs";

const secret = "0123456789abcdef0123456789abcdef";

describe("the file .env", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "heapwise-env-"));
    file = path.join(folder, ".env");
    vi.stubEnv("NEXTAUTH_SECRET", undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it("is written with a random secret that only its owner can read", () => {
    expect(ensureSecret(file)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toMatch(/^NEXTAUTH_SECRET="[\w-]{43}"$/m);
  });

  it("keeps its secret and everything else at the next start", () => {
    writeFileSync(file, "PORT=4000");
    ensureSecret(file);
    const first = readFileSync(file, "utf8");
    expect(ensureSecret(file)).toBe(false);
    expect(readFileSync(file, "utf8")).toBe(first);
    expect(first).toMatch(/^PORT=4000\n/);
  });

  it("gets a secret when its line is empty or a comment", () => {
    writeFileSync(file, "# NEXTAUTH_SECRET=x\nNEXTAUTH_SECRET=\n");
    expect(ensureSecret(file)).toBe(true);
  });

  it("is left alone when the environment has the secret", () => {
    vi.stubEnv("NEXTAUTH_SECRET", secret);
    expect(ensureSecret(file)).toBe(false);
  });
});

describe("DATABASE_URL", () => {
  it("is a file in the project's data folder by default, wherever a process was started", () => {
    expect(absoluteDatabaseUrl(undefined)).toBe(`file:${path.join(root, "data/heapwise.db")}`);
    expect(absoluteDatabaseUrl("file:./other.db")).toBe(`file:${path.join(root, "other.db")}`);
    expect(absoluteDatabaseUrl("file:/var/lib/heapwise.db")).toBe("file:/var/lib/heapwise.db");
  });

  it("leads to PostgreSQL as it is", () => {
    expect(absoluteDatabaseUrl("postgresql://a:b@localhost/c?sslmode=require")).toBe("postgresql://a:b@localhost/c?sslmode=require");
  });

  it("of another kind is refused without showing a password", () => {
    expect(() => absoluteDatabaseUrl("mysql://user:password@host/db")).toThrow('must begin with "file:" or "postgresql://"');
    expect(() => absoluteDatabaseUrl("mysql://user:password@host/db")).not.toThrow("password@");
  });
});

describe("the environment", () => {
  it("needs a secret only; an empty variable counts as unset", () => {
    expect(parseEnv({ NEXTAUTH_SECRET: secret, GITHUB_ID: "", PATH: "/bin" })).toEqual({
      DATABASE_URL: `file:${path.resolve("data/heapwise.db")}`,
      DATABASE_POOL: 10,
      TRUSTED_PROXY_HOPS: 0,
      NEXTAUTH_SECRET: secret,
      ADMIN_EMAILS: [],
    });
  });

  it("names every fault at once", () => {
    const faulty = { NEXTAUTH_SECRET: "short", DATABASE_URL: "mysql://x", DATABASE_POOL: "many", NEXTAUTH_URL: "javascript:alert(1)" };
    expect(() => parseEnv(faulty)).toThrow(/DATABASE_URL: .*DATABASE_POOL: .*NEXTAUTH_SECRET: .*NEXTAUTH_URL: /);
    expect(() => parseEnv({})).toThrow("NEXTAUTH_SECRET");
  });

  it("takes a provider whole or not at all", () => {
    expect(() => parseEnv({ NEXTAUTH_SECRET: secret, GITHUB_ID: "x" })).toThrow("GITHUB_ID: needs GITHUB_SECRET too");
    expect(() => parseEnv({ NEXTAUTH_SECRET: secret, GOOGLE_SECRET: "x" })).toThrow("GOOGLE_ID: needs GOOGLE_SECRET too");
    expect(parseEnv({ NEXTAUTH_SECRET: secret, GITHUB_ID: "x", GITHUB_SECRET: "y" })).toMatchObject({ GITHUB_ID: "x", GITHUB_SECRET: "y" });
  });

  it("splits ADMIN_EMAILS at commas and blanks, and refuses what is no address", () => {
    expect(() => parseEnv({ NEXTAUTH_SECRET: secret, ADMIN_EMAILS: "a@example.org boss" })).toThrow('ADMIN_EMAILS: "boss" is not an e-mail address');
    expect(parseEnv({ NEXTAUTH_SECRET: secret, ADMIN_EMAILS: " A@example.org, b@example.org\n" }).ADMIN_EMAILS).toEqual(["a@example.org", "b@example.org"]);
  });
});
