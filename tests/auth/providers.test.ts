import { describe, expect, it, vi } from "vitest";
import { fetchGithubProfile, provenAddress } from "../../lib/auth/github.ts";
import { addressProvenBy } from "../../lib/auth/options.ts";

const emails = [
  { email: "shown@example.org", primary: false, verified: true, visibility: "public" },
  { email: "mine@example.org", primary: true, verified: true, visibility: null },
];

describe("an address from GitHub", () => {
  it("is the primary one, if GitHub verified it", () => {
    expect(provenAddress(emails)).toBe("mine@example.org");
    expect(provenAddress(emails.map((entry) => ({ ...entry, verified: false })))).toBeNull();
    expect(provenAddress([])).toBeNull();
  });

  it("is not the one that the profile shows", async () => {
    const answers: Record<string, unknown> = {
      "/user": { id: 7, login: "ada", name: "Ada", avatar_url: "https://example.org/a.png", email: "boss@example.org" },
      "/user/emails": emails,
    };
    vi.stubGlobal("fetch", async (url: string) => Response.json(answers[new URL(url).pathname]));
    expect(await fetchGithubProfile("token")).toMatchObject({ id: 7, login: "ada", email: "mine@example.org" });
    vi.unstubAllGlobals();
  });

  it("that cannot be asked for ends the sign-in", async () => {
    vi.stubGlobal("fetch", async () => new Response("", { status: 403 }));
    await expect(fetchGithubProfile("token")).rejects.toThrow("GitHub answered 403");
    vi.unstubAllGlobals();
  });
});

describe("an address from Google", () => {
  it.each([
    [{ email: "Ada@Example.org", email_verified: true }, "ada@example.org"],
    [{ email: "ada@example.org", email_verified: false }, null],
    [{ email: "ada@example.org", email_verified: "true" }, null],
    [{ email: "ada@example.org" }, null],
    [undefined, null],
  ])("%j proves %j", (profile, proven) => {
    expect(addressProvenBy("google", profile)).toBe(proven);
  });
});
