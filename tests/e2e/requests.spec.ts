import { request as httpRequest } from "node:http";
import { expect, newAccount, test, visit } from "./browser.ts";

/** A request that no browser and no client library would send. */
function raw(base: string, path: string, { method = "POST", headers = {}, chunks = [] as readonly Buffer[] }: { method?: string; headers?: Record<string, string>; chunks?: readonly Buffer[] }): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, base), { method, headers }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part: string) => (body += part)).on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

test("a form's action does nothing when it was sent from elsewhere, or does not say from where", async ({ page, request, baseURL }) => {
  await visit(page, "/settings");
  const sent = page.waitForRequest((one) => one.method() === "POST" && one.headers()["next-action"] !== undefined);
  await page.getByLabel("Dark").check();
  await page.getByRole("button", { name: /Save/ }).last().click();
  const original = await sent;
  const headers = { "next-action": original.headers()["next-action"] ?? "", "content-type": original.headers()["content-type"] ?? "", accept: "text/x-component" };
  const replay = async (more: Record<string, string>) => {
    const answer = await request.post("/settings", { headers: { ...headers, ...more }, data: original.postDataBuffer() ?? "" });
    return answer.headers()["set-cookie"] ?? "";
  };
  expect(await replay({ origin: baseURL ?? "" })).toContain("dark");
  for (const more of [{}, { origin: "null" }, { origin: "https://evil.example" }, { origin: baseURL ?? "", "sec-fetch-site": "cross-site" }]) {
    expect([more, await replay(more as Record<string, string>)]).toEqual([more, ""]);
  }
});

test("nobody is signed out by a link or by another site's form", async ({ page, context }) => {
  await newAccount(page);
  const signedIn = async () => Object.keys(await (await context.request.get("/api/auth/session")).json()).length > 0;
  expect(await signedIn()).toBe(true);
  await context.request.get("/api/auth/signout");
  await context.request.post("/api/auth/signout", { form: { csrfToken: "forged" } });
  expect(await signedIn()).toBe(true);
});

test("the addresses that Heapwise gives out are its own, whatever host a request names", async ({ baseURL }) => {
  const answer = await raw(baseURL ?? "", "/api/auth/providers", { method: "GET", headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", host: "evil.example" } });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain(`${baseURL}/api/auth/signin/credentials`);
  expect(answer.body).not.toContain("evil.example");
});

test("bodies that are too large, of another kind, or packed are refused before they are read", async ({ baseURL }) => {
  const base = baseURL ?? "";
  const own = { origin: base, "content-type": "application/json" };
  const large = Array.from({ length: 64 }, () => Buffer.alloc(16_384, 0x20));
  expect((await raw(base, "/api/reviews", { headers: { ...own, "transfer-encoding": "chunked" }, chunks: large })).status).toBe(413);
  const others: Record<string, string>[] = [{ "content-type": "text/plain" }, { "content-type": "multipart/form-data; boundary=x" }, { "content-type": "application/json; charset=utf-16" }, { "content-encoding": "gzip" }];
  for (const change of others) {
    expect((await raw(base, "/api/reviews", { headers: { ...own, ...change }, chunks: [Buffer.from("{}")] })).status).toBe(415);
  }
  expect((await raw(base, "/api/reviews", { headers: own, chunks: [Buffer.from("[".repeat(30_000) + "]".repeat(30_000))] })).status).toBe(400);
});

test("TRACE gives nothing back", async ({ baseURL }) => {
  const answer = await raw(baseURL ?? "", "/", { method: "TRACE", headers: { cookie: "heapwise.session=secret" } });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain("secret");
});

test("a search takes any text literally, and parameters that come twice or as lists do no harm", async ({ request }) => {
  const texts = ["' OR 1=1--", "%", "_", '"', "NEAR(", "*", "(", "🐍", "[a-z]+(", "É", "x".repeat(5_000), "\u0000", "\\"];
  for (const text of texts) expect([text, (await request.get(`/library?q=${encodeURIComponent(text)}`)).status()]).toEqual([text, 200]);
  for (const query of ["q=a&q=b", "topic=names&topic=gil", "q[]=a&q[]=b", "level=1&level=__proto__", "__proto__[x]=1", "q[not]=x", "version=3.14&version=3.99", "%00=x"]) {
    expect([query, (await request.get(`/library?${query}`)).status()]).toEqual([query, 200]);
  }
  for (const query of ["ids=a&ids=b", "ids[]=a", "ids=a&userId=b"]) expect([query, (await request.get(`/api/reviews/cards?${query}`)).status()]).toEqual([query, 400]);
  expect((await request.get("/login?callbackUrl=/review&callbackUrl=//evil.example&error=a&error=b")).status()).toBe(200);
});

test("a visitor who searches without end is asked to wait, and the next network is not", async ({ request, playwright, baseURL }) => {
  const answers = await Promise.all(Array.from({ length: 120 }, async (_, i) => (await request.get(`/library?q=word${i}`)).text()));
  const refused = answers.filter((text) => text.includes("That was too often. Try again in"));
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(60);
  const other = await playwright.request.newContext({ baseURL: baseURL ?? "", extraHTTPHeaders: { "x-forwarded-for": "1.2.3.4, 203.0.113.77" } });
  expect(await (await other.get("/library?q=word")).text()).not.toContain("That was too often.");
  await other.dispose();
});
