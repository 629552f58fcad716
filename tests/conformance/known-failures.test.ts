import { describe, expect, it } from "vitest";
import { VERSIONS } from "../../lib/engine/index.ts";
import { conformanceCases, knownFailures } from "./cases.ts";

const cases = conformanceCases();
const known = knownFailures();

describe("the list of known failures", () => {
  it("names only cases and versions that are recorded, each with a reason", () => {
    for (const entry of known) {
      const found = cases.find(({ name }) => name === entry.case);
      expect(found, entry.case).toBeDefined();
      for (const version of entry.versions) expect(found?.expected[version], `${entry.case} ${version}`).toBeDefined();
      expect(entry.reason.length).toBeGreaterThan(10);
    }
  });

  it.each(VERSIONS)("leaves at least 98 of 100 cases of %s agreeing", (version) => {
    const judged = cases.filter((entry) => entry.expected[version]).length;
    const failing = known.filter((entry) => entry.versions.includes(version)).length;
    expect((judged - failing) / judged).toBeGreaterThanOrEqual(0.98);
  });
});
