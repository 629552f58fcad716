import { describe, expect, it } from "vitest";
import { requestLine, routeOf } from "../../lib/setup/request-log.mjs";

const at = new Date("2026-11-28T12:00:00Z");
const request = { requestId: "0b7e0a4e-5e55-4b3c-9d7a-1f6f3c1f2a3b", method: "GET", url: "/review?user=somebody@example.org", status: 200, milliseconds: 12.4 };

describe("the log of requests", () => {
  it("says what was asked and how it went, and nothing of who asked", () => {
    expect(JSON.parse(requestLine(request, at))).toEqual({ time: "2026-11-28T12:00:00.000Z", level: "info", event: "request", requestId: request.requestId, method: "GET", route: "/review", status: 200, ms: 12 });
    expect(JSON.parse(requestLine({ ...request, status: 503 }, at))).toMatchObject({ level: "error" });
  });

  it("masks ids and one-time secrets in an address, and keeps the names of cards", () => {
    expect(routeOf("/interview/2b1c6f0e-7a51-4f0a-8f5b-0d6a5c1c9e11/report")).toBe("/interview/:id/report");
    expect(routeOf("/claim/IgMOCkOr4J8tq7QroToyQWVvk1c_sdsn1RWclm96vWk")).toBe("/claim/:secret");
    expect(routeOf("/reset/short")).toBe("/reset/:secret");
    expect(routeOf("/library/257-at-the-prompt")).toBe("/library/257-at-the-prompt");
  });

  it("stays one line of bounded length, whatever is in the address (H50)", () => {
    const line = requestLine({ ...request, url: `/a\r\nlevel":"error\u001b[31m${"x".repeat(10_000)}` }, at);
    expect(line).not.toMatch(/[\r\n\u001b]/);
    expect(line.length).toBeLessThan(500);
    expect(JSON.parse(line).route).not.toContain("?level=");
  });
});
