import { afterEach, describe, expect, test, vi } from "vitest";
import { NextRequest } from "next/server";
import { contentSecurityPolicy, needsWholeLoad, permissionsPolicy } from "../../lib/http/page-headers.ts";
import { proxy } from "../../proxy.ts";

const directives = (policy: string): Map<string, string[]> =>
  new Map(policy.split("; ").map((text) => text.split(" ")).map(([name = "", ...values]) => [name, values]));

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the policy of a page", () => {
  const policy = directives(contentSecurityPolicy({ nonce: "abc", https: false, development: false }));

  test("runs scripts by the nonce alone, and evaluates no text", () => {
    expect(policy.get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(policy.get("script-src-attr")).toEqual(["'none'"]);
  });

  test("takes style elements by the nonce, and lets style attributes be", () => {
    expect(policy.get("style-src-elem")).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy.get("style-src-attr")).toEqual(["'unsafe-inline'"]);
  });

  test("has no objects, frames, foreign bases, forms or connections", () => {
    expect(Object.fromEntries(policy)).toMatchObject({
      "object-src": ["'none'"], "base-uri": ["'none'"], "form-action": ["'self'"], "frame-ancestors": ["'none'"], "connect-src": ["'self'"],
      "img-src": ["'self'", "data:", "blob:"], "media-src": ["'self'", "blob:"], "font-src": ["'self'"],
    });
  });
});

describe("the headers of an answer", () => {
  test("tell browsers to stay with https only where Heapwise is reached by https", () => {
    vi.stubEnv("NEXTAUTH_URL", "https://heapwise.example");
    const secure = ask("/library").headers;
    expect(secure.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
    expect(directives(secure.get("content-security-policy") ?? "").has("upgrade-insecure-requests")).toBe(true);
    expect(ask("/api/reviews").headers.get("strict-transport-security")).not.toBeNull();
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    const plain = ask("/library").headers;
    expect(plain.get("strict-transport-security")).toBeNull();
    expect(plain.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });

  test("hold a nonce that no other answer has", () => {
    const nonces = Array.from({ length: 50 }, () => /'nonce-([A-Za-z0-9+/]{24})'/.exec(ask("/").headers.get("content-security-policy") ?? "")?.[1]);
    expect(nonces).not.toContain(undefined);
    expect(new Set(nonces).size).toBe(50);
  });

  test("give the microphone to interviews and to nothing else", () => {
    for (const path of ["/interview", "/interview/one/report"]) expect(ask(path).headers.get("permissions-policy")).toContain("microphone=(self)");
    for (const path of ["/", "/interviewer", "/library/interview", "/api/interview"]) expect(permissionsPolicy(path)).toContain("microphone=()");
    expect(permissionsPolicy("/interview")).toContain("camera=(), geolocation=(), payment=()");
  });

  test("let the embedded stepper alone stand in pages of others", () => {
    const ancestors = (path: string) => directives(ask(path).headers.get("content-security-policy") ?? "").get("frame-ancestors");
    expect(ancestors("/embed")).toEqual(["*"]);
    for (const path of ["/", "/play", "/embed/", "/embedded", "/Embed", "/library/embed", "/api/embed", "/login"]) expect(ancestors(path), path).toEqual(["'none'"]);
  });

  test("refuse methods that no page has", () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = ask("/library", { method });
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, "GET, HEAD, POST"]);
    }
    expect(ask("/api/reviews", { method: "DELETE" }).status, "left to the route").toBe(200);
  });
});

describe("an interview's page that is fetched from elsewhere in the app", () => {
  const fetched = (referer: string | null, path = "/interview") =>
    needsWholeLoad(path, new Headers({ "sec-fetch-dest": "empty", ...(referer === null ? {} : { referer }) }));

  test("is loaded whole, so that its document may use the microphone", () => {
    expect(fetched("http://127.0.0.1:3000/library")).toBe(true);
    expect(fetched(null)).toBe(true);
    expect(fetched("http://127.0.0.1:3000/interview/one")).toBe(false);
    expect(fetched("http://127.0.0.1:3000/interview", "/library")).toBe(false);
    expect(needsWholeLoad("/interview", new Headers({ "sec-fetch-dest": "document" }))).toBe(false);
  });

  test("is not taken for that where a service worker passes the load of a whole page on", () => {
    expect(needsWholeLoad("/interview", new Headers({ "sec-fetch-dest": "empty", accept: "text/html,application/xhtml+xml,*/*;q=0.8" }))).toBe(false);
    expect(needsWholeLoad("/interview", new Headers({ "sec-fetch-dest": "empty", accept: "*/*" }))).toBe(true);
  });
});
