import { describe, expect, it } from "vitest";
import { LIMITS } from "../../lib/limits/limits.ts";
import { count } from "../../lib/limits/mutations.ts";
import { providers, withDatabase } from "../support/database.ts";

const noon = Date.UTC(2026, 10, 28, 12);

describe.each(providers)("limits on %s", (provider) => {
  withDatabase(provider);

  it("of twice as many at once as are allowed, exactly the allowed number gets through", async () => {
    const { most } = LIMITS.search;
    const decisions = await Promise.all(Array.from({ length: 2 * most }, () => count("search", "a user", noon)));
    expect(decisions.filter((one) => one.allowed)).toHaveLength(most);
  });

  it("are counted for each subject and each name apart", async () => {
    for (let i = 0; i < LIMITS["second factor"].most; i += 1) await count("second factor", "one", noon);
    expect((await count("second factor", "one", noon)).allowed).toBe(false);
    expect((await count("second factor", "two", noon)).allowed).toBe(true);
    expect((await count("export", "one", noon)).allowed).toBe(true);
    expect((await count("second factor", "one", noon + LIMITS["second factor"].perMs)).allowed).toBe(true);
  });
});
