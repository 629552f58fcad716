import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, newAccount, test } from "./browser.ts";
import { API, forAuthors, forUsers, PAGES } from "./routes.ts";

/** The ways to ask for a page; some of them once led around a check (CVE-2025-29927, CVE-2026-44575, CVE-2026-44574). */
const WAYS: readonly { readonly name: string; readonly headers: Record<string, string>; readonly query?: string; readonly suffix?: string }[] = [
  { name: "as a page", headers: {} },
  { name: "as data", headers: { rsc: "1" }, query: "_rsc=1" },
  { name: "as a prefetch", headers: { rsc: "1", "next-router-prefetch": "1", purpose: "prefetch" }, query: "_rsc=1" },
  { name: "as a prefetch of a part", headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }, query: "_rsc=1" },
  { name: "as a file of data", headers: {}, suffix: ".rsc" },
  { name: "as a request of the proxy's own", headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } },
  { name: "as a request of an older proxy's own", headers: { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" } },
  { name: "as a rewrite", headers: { "x-middleware-rewrite": "/library", "x-nextjs-data": "1" } },
  { name: "with a query that imitates the path", headers: {}, query: "nxtPid=other&id=other" },
];

const addressOf = (address: string, { query, suffix }: (typeof WAYS)[number]): string => `${address}${suffix ?? ""}${query ? `?${query}` : ""}`;

/** Whether an answer keeps the page to itself; a redirect to the sign-in may come as data. */
async function refused(answer: APIResponse, mayRedirect: boolean): Promise<boolean> {
  if (answer.status() === 404) return true;
  if ([303, 307, 308].includes(answer.status())) return mayRedirect && /^(https?:\/\/[^/]+)?\/login\?/.test(answer.headers().location ?? "");
  if (answer.status() !== 200) return false;
  const text = await answer.text();
  if (text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return true;
  if (mayRedirect && /NEXT_REDIRECT;\w+;\/login\?/.test(text)) return true;
  // A prefetch holds the frame around the page and nothing of the page, which has a heading.
  return answer.headers()["content-type"]?.startsWith("text/x-component") === true && !text.includes('"h1"');
}

/** Asks, and asks again where the app's router is sent to the same page under the number that belongs to its headers. */
async function ask(request: APIRequestContext, address: string, headers: Record<string, string>): Promise<APIResponse> {
  const answer = await request.get(address, { headers, maxRedirects: 0 });
  const target = answer.headers().location ?? "";
  const samePage = answer.status() === 307 && new URL(target, "http://x").pathname === new URL(address, "http://x").pathname;
  return samePage ? request.get(target, { headers, maxRedirects: 0 }) : answer;
}

const cookieOf = async (context: { cookies(): Promise<{ name: string; value: string }[]> }): Promise<string> =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

/** The pages, of those given, that somebody got to see. */
async function opened(request: APIRequestContext, pages: typeof PAGES, cookie: string, mayRedirect: boolean): Promise<string[]> {
  const seen: string[] = [];
  for (const page of pages) {
    for (const way of WAYS) {
      const answer = await ask(request, addressOf(page.address, way), { ...way.headers, ...(cookie && { cookie }) });
      if (!(await refused(answer, mayRedirect))) seen.push(`${page.pattern} ${way.name}: ${answer.status()}`);
    }
  }
  return seen;
}

test("the list of pages and routes is that of the app, and each can be told from the others", () => {
  expect(PAGES.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(["/", "/library", "/library/[id]", "/login", "/review", "/settings"]));
  expect(API.find(({ pattern }) => pattern === "/api/reviews")?.methods).toEqual(["POST"]);
  expect(API.find(({ pattern }) => pattern.startsWith("/api/auth"))?.methods).toEqual(["GET", "POST"]);
  expect(API.filter(forUsers).map(({ pattern }) => pattern)).toContain("/api/reviews");
  const route = (pattern: string, source = "") => ({ pattern, address: pattern, methods: [], source });
  expect([route("/studio"), route("/studio/cards/[id]"), route("/api/studio/drafts"), route("/api/x", 'role: "AUTHOR"')].map(forAuthors)).toEqual([true, true, true, true]);
  expect([route("/interview/[id]"), route("/api/interview"), route("/library"), route("/api/reviews/queue"), route("/studios")].map(forUsers)).toEqual([true, true, false, false, false]);
});

test("no page that needs a user opens to a visitor, however it is asked for", async ({ playwright, baseURL }) => {
  const visitor = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  expect(await opened(visitor, PAGES.filter(forUsers), "", true)).toEqual([]);
  await visitor.dispose();
});

test("no page of the authors opens to a learner, however it is asked for", async ({ page, context, request }) => {
  await newAccount(page);
  expect(await opened(request, PAGES.filter(forAuthors), await cookieOf(context), false)).toEqual([]);
});

test("pages that are open stay what they are, whatever internal headers and queries come with the request", async ({ request }) => {
  for (const way of WAYS.filter(({ suffix, headers }) => suffix === undefined && headers.rsc === undefined)) {
    const answer = await request.get(addressOf("/library/257-at-the-prompt", way), { headers: way.headers });
    expect([way.name, answer.status()]).toEqual([way.name, 200]);
    expect([way.name, /rel="canonical" href="[^"]*\/library\/257-at-the-prompt"/.test(await answer.text())]).toEqual([way.name, true]);
  }
});

test("every route of the API that needs a user refuses a visitor, and authors' routes are not there for a learner", async ({ page, context, request, baseURL }) => {
  await newAccount(page);
  const cookie = await cookieOf(context);
  const origin = baseURL ?? "";
  const faults: string[] = [];
  for (const route of API.filter(forUsers)) {
    for (const method of route.methods) {
      const body = method === "GET" ? {} : { data: {}, headers: { origin, "content-type": "application/json" } };
      const send = async (more: Record<string, string>) => (await request.fetch(route.address, { method, ...body, headers: { ...("headers" in body ? body.headers : {}), ...more }, maxRedirects: 0 })).status();
      const ask = async (more: Record<string, string>) => {
        const status = await send(more);
        // A route that takes files says so before it asks who sends one.
        return status === 415 ? send({ ...more, "content-type": "application/octet-stream" }) : status;
      };
      const visitor = await ask({});
      if (![401, 404].includes(visitor)) faults.push(`${method} ${route.pattern} for a visitor: ${visitor}`);
      const learner = forAuthors(route) ? await ask({ cookie }) : 404;
      if (learner !== 404) faults.push(`${method} ${route.pattern} for a learner: ${learner}`);
    }
  }
  expect(faults).toEqual([]);
});

test("methods that a route or page does not offer are refused, and none is smuggled in by a header", async ({ request, baseURL }) => {
  const faults: string[] = [];
  for (const route of API.filter(({ pattern }) => !pattern.startsWith("/api/auth"))) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !route.methods.includes(one))) {
      const answer = await request.fetch(route.address, { method, headers: { origin: baseURL ?? "", "x-http-method-override": route.methods[0] ?? "GET" } });
      if (answer.status() !== 405) faults.push(`${method} ${route.pattern}: ${answer.status()}`);
    }
  }
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const status = (await request.fetch("/library", { method })).status();
    if (status !== 405) faults.push(`${method} /library: ${status}`);
  }
  expect(faults).toEqual([]);
});

test("no answer lets another site read it", async ({ request }) => {
  for (const origin of ["null", "https://app.example.evil.com"]) {
    for (const address of ["/", "/api/reviews/queue", "/api/auth/session", "/api/auth/csrf"]) {
      const headers = (await request.get(address, { headers: { origin } })).headers();
      expect([address, Object.keys(headers).filter((name) => name.startsWith("access-control-"))]).toEqual([address, []]);
      expect([address, headers["cross-origin-resource-policy"]]).toEqual([address, "same-origin"]);
    }
  }
});
