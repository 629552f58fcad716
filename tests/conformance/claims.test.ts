import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isVersion, type Mode, run, type VersionId, VERSIONS } from "../../lib/engine/index.ts";

interface Claim {
  readonly id: string;
  /** A program that shows the claim's truth, and how it was run; `native` and `none` are not for this engine yet. */
  readonly check: string;
  readonly mode: Mode | "native" | "none";
  /** What real CPython printed, by versions between commas. */
  readonly expect: Readonly<Record<string, string>>;
}

interface KnownClaim {
  readonly claim: string;
  readonly versions: readonly VersionId[];
  readonly reason: string;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, file), "utf8")) as T;
}

const claims = read<Claim[]>("../../content/claims.json").filter((claim) => claim.mode === "script" || claim.mode === "repl");
const known = read<KnownClaim[]>("known-claims.json");

function expectedIn(claim: Claim, version: VersionId): string | null {
  const entry = Object.entries(claim.expect).find(([versions]) => versions.split(",").includes(version));
  return entry ? entry[1] : null;
}

describe.each(VERSIONS)("the checks of the claims in CPython %s", (version) => {
  for (const claim of claims) {
    const expected = expectedIn(claim, version);
    if (expected === null) continue;
    const observed = () => run(claim.check, { version, mode: claim.mode as Mode }).stdout;
    const reason = known.find((entry) => entry.claim === claim.id && entry.versions.includes(version))?.reason;
    if (reason === undefined) it(`${claim.id} prints what CPython printed`, () => expect(observed()).toBe(expected));
    else it(`${claim.id} still differs: ${reason}`, () => expect(observed(), "it agrees now: take it off known-claims.json").not.toBe(expected));
  }
});

describe("the list of claims that still differ", () => {
  it("names only claims and versions that have a record", () => {
    for (const entry of known) {
      const claim = claims.find(({ id }) => id === entry.claim);
      expect(claim, entry.claim).toBeDefined();
      for (const version of entry.versions) expect(isVersion(version) && expectedIn(claim as Claim, version), entry.claim).toEqual(expect.any(String));
    }
  });
});
