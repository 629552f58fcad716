import { expect, test, type APIRequestContext } from "@playwright/test";

async function csrfToken(request: APIRequestContext): Promise<string> {
  return (await (await request.get("/api/auth/csrf")).json()).csrfToken;
}

const signIn = (request: APIRequestContext, form: Record<string, string>) =>
  request.post("/api/auth/callback/credentials", { form: { email: "nobody@example.org", password: "wrong password", json: "true", ...form }, maxRedirects: 0 });

test("a wrong password and an unknown address get the same refusal", async ({ request }) => {
  const token = await csrfToken(request);
  const wrong: Record<string, string>[] = [{}, { email: "not an address" }, { password: "" }, { email: "" }];
  const answers = await Promise.all(wrong.map((form) => signIn(request, { csrfToken: token, ...form })));
  const seen = await Promise.all(answers.map(async (answer) => [answer.status(), await answer.text()]));
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(seen[0]?.[0]).toBe(401);
});

test("a sign-in without the page's token signs nobody in", async ({ request }) => {
  const answer = await signIn(request, {});
  expect(answer.headers()["set-cookie"] ?? "").not.toContain("heapwise.session=ey");
  expect(await (await request.get("/api/auth/session")).json()).toEqual({});
});

test("a forged session cookie and a broken bearer token are nobody's", async ({ request, baseURL }) => {
  const cookie = "heapwise.session=eyJhbGciOiJub25lIn0.eyJ1aWQiOiJ4IiwidmVyc2lvbiI6MH0.";
  const forged: Record<string, string>[] = [{ cookie }, { authorization: "Bearer %E0%A4%A" }];
  for (const headers of forged) {
    const answer = await request.get(`${baseURL}/api/auth/session`, { headers });
    expect([answer.status(), await answer.json()]).toEqual([200, {}]);
  }
});

test("after signing in or out nobody is led to another site", async ({ request, baseURL }) => {
  const token = await csrfToken(request);
  for (const callbackUrl of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "https:evil.example"]) {
    const answer = await request.post("/api/auth/signout", { form: { csrfToken: token, callbackUrl, json: "true" } });
    expect(new URL((await answer.json()).url).origin, callbackUrl).toBe(baseURL);
  }
});

test("every answer says that it is not to be framed or sniffed", async ({ request }) => {
  const headers = (await request.get("/")).headers();
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "strict-origin-when-cross-origin" });
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).not.toHaveProperty("x-powered-by");
});
