import { describe, expect, test, vi } from "vitest";
import { BODY_LIMIT, DEPTH_LIMIT, readJsonRequest } from "../../lib/http/json-request.ts";

const OWN = { origin: "https://heapwise.example", host: "heapwise.example", "content-type": "application/json" };

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("https://heapwise.example/api/reviews", { method: "POST", body, headers: { ...OWN, ...headers }, duplex: "half" } as RequestInit);
}

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("the body of a JSON route", () => {
  test("is read when one of our pages sends it", async () => {
    expect(await readJsonRequest(post('{"events":[]}'))).toEqual({ ok: true, value: { events: [] } });
    expect(await readJsonRequest(post("[]", { "content-type": "application/json; charset=utf-8", "sec-fetch-site": "same-origin" }))).toMatchObject({ ok: true });
  });

  test.each<[Record<string, string>]>([
    [{ origin: "https://evil.example" }],
    [{ origin: "null" }],
    [{ origin: "https://heapwise.example.evil.com" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ origin: "" }],
  ])("from elsewhere is refused: %j", async (headers) => {
    expect(await readJsonRequest(post("[]", headers))).toMatchObject({ ok: false, status: 403 });
  });

  test.each<[Record<string, string>]>([
    [{ "content-type": "text/plain" }],
    [{ "content-type": "multipart/form-data; boundary=x" }],
    [{ "content-type": "application/json; charset=utf-16" }],
    [{ "content-type": "application/jsonp" }],
    [{ "content-encoding": "gzip" }],
  ])("of another type is refused: %j", async (headers) => {
    expect(await readJsonRequest(post("[]", headers))).toMatchObject({ ok: false, status: 415 });
  });

  test("over 64 KB is refused, also without an announced length, and no more of it is read", async () => {
    expect(await readJsonRequest(post(`"${"x".repeat(BODY_LIMIT)}"`))).toMatchObject({ ok: false, status: 413 });
    expect(await readJsonRequest(post(`"${"x".repeat(BODY_LIMIT - 2)}"`))).toMatchObject({ ok: true });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    expect(await readJsonRequest(post(endless))).toMatchObject({ ok: false, status: 413 });
    expect(pulled).toBeLessThan(10);
  });

  test("that does not arrive within ten seconds is given up", async () => {
    vi.useFakeTimers();
    try {
      const answer = readJsonRequest(post(new ReadableStream({ pull: () => new Promise(() => {}) })));
      await vi.advanceTimersByTimeAsync(9_000);
      expect(await Promise.race([answer, "still waiting"])).toBe("still waiting");
      await vi.advanceTimersByTimeAsync(1_001);
      expect(await answer).toMatchObject({ ok: false, status: 408 });
    } finally {
      vi.useRealTimers();
    }
  });

  test("nested deeper than twenty levels is refused before it is parsed; brackets in strings do not count", async () => {
    expect(await readJsonRequest(post(nested(DEPTH_LIMIT)))).toMatchObject({ ok: true });
    expect(await readJsonRequest(post(nested(DEPTH_LIMIT + 1)))).toMatchObject({ ok: false, status: 400, code: "too-deep" });
    expect(await readJsonRequest(post(nested(30_000)))).toMatchObject({ ok: false, code: "too-deep" });
    expect(await readJsonRequest(post(JSON.stringify({ text: `\\"${nested(100)}"` })))).toMatchObject({ ok: true });
  });

  test("with a NUL character is refused: PostgreSQL keeps none", async () => {
    expect(await readJsonRequest(post(JSON.stringify({ text: "a\u0000b" })))).toMatchObject({ ok: false, status: 400, code: "nul" });
  });

  test.each([["text that is no JSON", "{"], ["nothing", ""], ["bytes that are no UTF-8", new Uint8Array([0x22, 0xff, 0x22])]])("of %s is refused", async (_, body) => {
    expect(await readJsonRequest(post(body))).toMatchObject({ ok: false, status: 400, code: "bad-json" });
  });
});
