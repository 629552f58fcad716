import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, openReview, ready, newAccount, test, visit } from "./browser.ts";
import { forUsers, PAGES } from "./routes.ts";

const nonceOf = (policy: string | undefined): string => /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy ?? "")?.[1] ?? "";

/** Opens each page and waits until its scripts run, which they do not where the policy stops them. Faults in the console fail the test (browser.ts). */
async function openAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await ready(page);
  }
}

test("every page works under its policy, for a visitor and for an admin", async ({ page, guard }) => {
  test.setTimeout(180_000);
  guard.allow(/status of 404/);
  const addressesOf = (routes: typeof PAGES) => routes.map(({ address }) => address);
  await openAll(page, [...addressesOf(PAGES.filter((route) => !forUsers(route))), "/no-such-page", "/library/no-such-card", "/library?q=nothing-has-this"]);
  await openReview(page);
  await newAccount(page, "ADMIN");
  await openAll(page, ["/", "/review", "/settings", ...addressesOf(PAGES.filter(forUsers))]);
  // By the app's own router, whose pages share the first one's policy.
  await visit(page, "/");
  await page.getByRole("link", { name: "Library" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
});

test("the engine runs a card's programs under the policy", async ({ page }) => {
  await visit(page, "/library/257-at-the-prompt");
  const details = page.locator("summary");
  if ((await details.count()) > 0) await details.first().click();
  await page.getByRole("button", { name: "Run it here" }).click();
  await expect(page.getByText(/Run in this browser as Python/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("held", { exact: true }).first()).toBeVisible();
});

test("a script or a style that somebody gets into a page is stopped", async ({ page, guard }) => {
  guard.allow(/Content Security Policy/);
  await visit(page, "/library");
  const ran = await page.evaluate(async () => {
    const smuggled = document.createElement("div");
    smuggled.innerHTML = '<img src="/icon.svg" onload="window.smuggled = true"><style>main { display: none }</style><a href="javascript:window.smuggled = true">x</a>';
    document.body.append(smuggled);
    smuggled.querySelector("a")?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [Reflect.get(window, "smuggled"), getComputedStyle(document.querySelector("main") ?? document.body).display === "none"];
  });
  expect(ran).toEqual([undefined, false]);
});

test("the nonce is new in each answer and on every script and style in it", async ({ request }) => {
  const nonces: string[] = [];
  for (const address of ["/", "/login", "/review", "/no-such-page"]) {
    const answer = await request.get(address);
    const nonce = nonceOf(answer.headers()["content-security-policy"]);
    expect(nonce.length, address).toBeGreaterThanOrEqual(24);
    nonces.push(nonce);
    const tags = (await answer.text()).match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.length, address).toBeGreaterThan(3);
    expect(tags.filter((tag) => !tag.includes(` nonce="${nonce}"`)), address).toEqual([]);
  }
  expect(new Set(nonces).size).toBe(nonces.length);
});

test("a page of the library is the same for everybody, and its policy names the hash of each script in it and nothing else", async ({ request }) => {
  for (const address of ["/library", "/library/257-at-the-prompt", "/library/topics/gil", "/library/glossary"]) {
    const [answer, again] = [await request.get(address), await request.get(address, { headers: { cookie: "heapwise.theme=dark; heapwise.session=forged" } })];
    const policy = answer.headers()["content-security-policy"] ?? "";
    const html = await answer.text();
    expect([await again.text(), again.headers()["content-security-policy"]], address).toEqual([html, policy]);
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => `'sha256-${createHash("sha256").update(text ?? "").digest("base64")}'`);
    expect(inline.length, address).toBeGreaterThan(2);
    expect(new Set(/script-src 'self' ([^;]*)/.exec(policy)?.[1]?.split(" ")), address).toEqual(new Set(inline));
    expect(answer.headers()["cache-control"], address).toContain("public");
    expect((await request.get(address, { headers: { "if-none-match": answer.headers().etag ?? "" } })).status(), address).toBe(304);
  }
  // Nobody from outside can have a page made without a policy.
  expect(nonceOf((await request.get("/review", { headers: { "x-heapwise-captured": "1" } })).headers()["content-security-policy"])).not.toBe("");
});

test("pages, routes and files say how they are to be treated", async ({ request }) => {
  const ofAll = { "x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin", "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin" };
  const html = await (await request.get("/")).text();
  const file = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
  for (const address of ["/", "/settings", "/no-such-page", "/api/reviews/queue", "/api/auth/session", "/icon.svg", file]) {
    const headers = (await request.get(address)).headers();
    expect(headers, address).toMatchObject(ofAll);
    for (const absent of ["x-powered-by", "strict-transport-security"]) expect(Object.keys(headers), address).not.toContain(absent);
    expect(headers["content-type"], address).toBeTruthy();
    if (!address.startsWith("/_next/")) expect(headers["permissions-policy"], address).toContain("microphone=()");
  }
  for (const address of ["/", "/settings", "/review", "/no-such-page", "/api/reviews/queue", "/api/auth/session", "/api/auth/csrf"]) {
    const cache = (await request.get(address)).headers()["cache-control"] ?? "";
    expect([address, cache.includes("private"), cache.includes("no-store")]).toEqual([address, true, true]);
  }
  expect((await request.get(file)).headers()["cache-control"]).toContain("immutable");
  expect((await request.get("/api/reviews/queue")).headers()["content-security-policy"]).toContain("default-src 'none'");
});

test("after signing out the back button shows nothing of the account", async ({ page }) => {
  const email = await newAccount(page);
  await visit(page, "/settings");
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await page.goBack();
  await ready(page);
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
});

test("an interview that is opened from another page is loaded whole, as only its own document may use the microphone", async ({ request, baseURL }) => {
  const fetched = (from: string) => request.get("/interview?_rsc=1", { headers: { rsc: "1", "sec-fetch-dest": "empty", referer: `${baseURL}${from}` }, maxRedirects: 0 });
  const fromOutside = await fetched("/library");
  expect([fromOutside.status(), fromOutside.headers()["content-type"], await fromOutside.text()]).toEqual([200, "text/plain; charset=utf-8", ""]);
  // Within interviews the router goes on as usual: this one is a redirect to the sign-in.
  expect((await fetched("/interview/one")).headers()["content-type"] ?? "").not.toContain("text/plain");
  expect((await request.get("/interview", { maxRedirects: 0 })).headers()["permissions-policy"]).toContain("microphone=(self)");
});
