import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, sameDigest } from "../../lib/reviews/digest.ts";
import { readDigestQuery } from "../../lib/reviews/schema.ts";
import { uuid } from "./logs.ts";

describe("the digest of a log", () => {
  test("is that of the ids' SHA-256, in whatever order they come", () => {
    // printf %s 00000000-0000-4000-8000-000000000001 | sha256sum, its first sixteen digits.
    expect(digestOf([uuid(1)])).toEqual({ count: 1, xor: "11e594f481958c10" });
    expect(digestOf([])).toEqual({ count: 0, xor: "0000000000000000" });
    fc.assert(fc.property(fc.uniqueArray(fc.nat(5_000)), (numbers) => sameDigest(digestOf(numbers.map(uuid)), digestOf([...numbers].reverse().map(uuid)))));
  });

  test("differs where an event is missing, doubled or another", () => {
    const all = Array.from({ length: 200 }, (_, number) => uuid(number));
    for (const other of [all.slice(1), [...all, uuid(0)], [...all.slice(1), uuid(900)]]) expect(sameDigest(digestOf(all), digestOf(other))).toBe(false);
  });
});

describe("the question for it", () => {
  test("names a device and an instant, and nothing else", () => {
    expect(readDigestQuery(new URLSearchParams({ device: uuid(1), since: "1000" }))).toEqual({ device: uuid(1), since: 1_000 });
    for (const query of [`device=${uuid(1)}`, `device=x&since=1`, `device=${uuid(1)}&since=-1`, `device=${uuid(1)}&since=soon`, `device=${uuid(1)}&since=1&user=me`, `device=${uuid(1)}&since=1&since=2`]) {
      expect(readDigestQuery(new URLSearchParams(query)), query).toBeNull();
    }
  });
});
