import { describe, expect, it } from "vitest";
import { printed, stop } from "./stopped.ts";

describe("regular expressions", () => {
  it.each(["(a+)+$", "(a|a)*$", "(?:a*)*c", "(a?){40}a{40}$"])("that backtrack without end are stopped: %s", (pattern) => {
    stop(`import re\nre.match("${pattern}", "a" * 40 + "b")`, "steps", 2, { steps: 300_000 });
  });

  it("that are possessive do not backtrack", () => {
    expect(printed('import re\nprint(re.match("(?:a++)++$", "a" * 40 + "b"))')).toBe("None\n");
  });
});
