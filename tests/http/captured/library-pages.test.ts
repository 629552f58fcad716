import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { sourceOf } from "../../../lib/http/captured/hashes.ts";
import { libraryPages, takes } from "../../../lib/http/captured/library-pages.ts";
import { PageStore } from "../../../lib/http/captured/page-store.ts";
import { THEME_SCRIPT } from "../../../lib/http/theme-script.ts";

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

let server: Server | undefined;
afterEach(() => void server?.close());

/** Stands for the app: says what it was asked, in two parts, with a script that has the nonce and one that has not. */
async function app(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { cookie, "content-security-policy": policy, "x-heapwise-captured": captured, ...headers } = request.headers;
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "";
  const status = request.url?.includes("missing") ? 404 : 200;
  response.setHeader("Set-Cookie", "a=b");
  response.setHeader("Link", "</font>; rel=preload");
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" });
  response.write(`<script nonce="${nonce}">good("${"x".repeat(2_000)}")</script><script>evil()</script>`);
  await new Promise((resolve) => setImmediate(resolve));
  response.end(JSON.stringify({ url: request.url, method: request.method, cookie: cookie ?? null, captured, encoding: headers["accept-encoding"] ?? null }));
}

async function start({ https = false } = {}) {
  let made = 0;
  const answer = libraryPages({ store: new PageStore({ stamp: async () => "one", now: () => 0 }), https, development: false });
  server = createServer((request, response) => void answer(request, response, async (...both) => {
    made += 1;
    await app(...both);
  }));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
    new Promise((resolve, reject) => {
      ask({ port, path, method, headers }, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }));
      }).on("error", reject).end();
    });
  return { get, made: () => made };
}

const said = ({ body }: Answer): Record<string, unknown> => JSON.parse(body.toString().replace(/^.*<\/script>/s, "")) as Record<string, unknown>;
const cacheOf = ({ headers }: Answer): string => String(headers["cache-control"]);

describe("a page of the library", () => {
  test("is made once, without knowing who asks, and sent to all", async () => {
    const { get, made } = await start();
    const first = await get("/library/card-a?utm=x", { cookie: "session=secret", "accept-language": "de" });
    expect(said(first)).toEqual({ url: "/library/card-a", method: "GET", cookie: null, captured: "1", encoding: null });
    expect(first.headers).not.toHaveProperty("set-cookie");
    expect(first.headers.link).toBe("</font>; rel=preload");
    expect(cacheOf(first)).toBe("public, max-age=0, s-maxage=5, must-revalidate");
    expect((await get("/library/card-a", { cookie: "session=other" })).body).toEqual(first.body);
    expect(made()).toBe(1);
  });

  test("has a policy with the hashes of its own scripts, and no other's", async () => {
    const { get } = await start();
    const policy = String((await get("/library")).headers["content-security-policy"]);
    expect(policy).toContain(`script-src 'self' ${sourceOf(THEME_SCRIPT)} ${sourceOf(`good("${"x".repeat(2_000)}")`)}; script-src-attr 'none'`);
    for (const absent of ["nonce-", "strict-dynamic", "unsafe-eval", sourceOf("evil()")]) expect(policy).not.toContain(absent);
    expect(policy).toContain("style-src-elem 'self';");
  });

  test("is packed where the browser takes it, left out where it has it, and without a body for HEAD", async () => {
    const { get, made } = await start();
    const plain = await get("/library/topics/gil");
    const packed = await get("/library/topics/gil", { "accept-encoding": "gzip, br" });
    expect([packed.headers["content-encoding"], packed.headers["content-length"]]).toEqual(["gzip", String(packed.body.length)]);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    const known = await get("/library/topics/gil", { "if-none-match": `"other", W/${plain.headers.etag}` });
    expect([known.status, known.body.length, known.headers["content-security-policy"]]).toEqual([304, 0, plain.headers["content-security-policy"]]);
    const head = await get("/library/topics/gil", {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(plain.body.length)]);
    expect(made()).toBe(1);
  });

  test("that is a search is made for who asks and never kept", async () => {
    const { get, made } = await start();
    for (const cookie of ["session=a", "session=b"]) {
      const answer = await get("/library?q=is:due", { cookie });
      expect(said(answer)).toMatchObject({ url: "/library?q=is:due", cookie });
      expect([cacheOf(answer), answer.headers.etag]).toEqual(["private, no-store", undefined]);
      expect(answer.headers["content-security-policy"]).toContain("sha256-");
    }
    expect(made()).toBe(2);
  });

  test("that does not exist is not kept, nor is any with an odd address", async () => {
    const { get, made } = await start();
    for (const path of ["/library/missing", "/library/missing", "/library/A", "/library/a/b/c", "/library/%61"]) {
      const answer = await get(path);
      expect([path, cacheOf(answer)]).toEqual([path, "private, no-store"]);
    }
    expect(made()).toBe(5);
  });

  test("is not posted to", async () => {
    const { get, made } = await start();
    for (const method of ["POST", "PUT", "DELETE"]) expect([(await get("/library", {}, method)).status, made()]).toEqual([405, 0]);
  });

  test("tells browsers to stay with https where Heapwise is reached by https", async () => {
    const secure = (await (await start({ https: true })).get("/library")).headers;
    expect([secure["strict-transport-security"], String(secure["content-security-policy"]).includes("upgrade-insecure-requests")]).toEqual(["max-age=63072000; includeSubDomains", true]);
  });
});

test.each<[string, Record<string, string>, boolean]>([
  ["/library", {}, true],
  ["/library?q=a", {}, true],
  ["/library/card-a", {}, true],
  ["/librarian", {}, false],
  ["/", {}, false],
  ["/x/library", {}, false],
  ["/library?_rsc=1", {}, false],
  ["/library/card-a", { rsc: "1" }, false],
  ["/library", { "next-action": "x" }, false],
])("of %s with %j only documents of the library are taken", (url, headers, taken) => {
  expect(takes({ url, headers })).toBe(taken);
});
