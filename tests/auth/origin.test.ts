import { describe, expect, it } from "vitest";
import { isSameOrigin } from "../../lib/auth/origin.ts";

const request = (headers: Record<string, string>) => new Headers({ host: "heapwise.example.org", ...headers });

describe("a request that changes something", () => {
  it.each<Record<string, string>>([
    { origin: "https://heapwise.example.org" },
    { origin: "http://heapwise.example.org", "sec-fetch-site": "same-origin" },
  ])("is taken from our own page: %j", (headers) => {
    expect(isSameOrigin(request(headers))).toBe(true);
  });

  it.each<Record<string, string>>([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://heapwise.example.org.evil.example" },
    { origin: "https://heapwise.example.org:8443" },
    { origin: "https://sub.heapwise.example.org", "sec-fetch-site": "same-site" },
    { origin: "https://heapwise.example.org", "sec-fetch-site": "cross-site" },
    { origin: "https://heapwise.example.org", "sec-fetch-site": "none" },
    { origin: "ftp://heapwise.example.org" },
    { "x-forwarded-host": "heapwise.example.org", origin: "https://evil.example" },
  ])("is refused from elsewhere: %j", (headers) => {
    expect(isSameOrigin(request(headers))).toBe(false);
  });
});
