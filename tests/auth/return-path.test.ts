import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "../../lib/auth/return-path.ts";

const site = "https://heapwise.example.org";

describe("where to go after signing in", () => {
  it.each(["/", "/review", "/cards/identity-257?mode=repl#proof", "/a%20b"])("%s stays", (path) => {
    expect(safeReturnPath(path, site)).toBe(path);
  });

  it("a full address of this site becomes its path", () => {
    expect(safeReturnPath(`${site}/review?x=1`, site)).toBe("/review?x=1");
  });

  it.each([
    "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example/", "javascript:alert(1)", "JavaScript:alert(1)",
    "/\t/evil.example", "/\n/evil.example", "/.//evil.example", "/..//evil.example", "/x/..//evil.example", "data:text/html,x", " /review", "review", "", `${site}.evil.example/`, `${site}@evil.example/`,
  ])("%j leads to the start page", (target) => {
    expect(safeReturnPath(target, site)).toBe("/");
  });

  it("never leaves the site, whatever is asked for", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "//", "@", ":", "evil.example", "https:", "\t", "\n", "%2f", "%5c", "?", "#", site);
    fc.assert(
      fc.property(fc.oneof(fc.array(piece).map((pieces) => pieces.join("")), fc.webUrl(), fc.string()), (target) => {
        const path = safeReturnPath(target, site);
        expect(new URL(path, site).origin).toBe(site);
        expect(new URL(`${site}${path}`).origin).toBe(site);
        expect(path.startsWith("/") && !path.startsWith("//")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
