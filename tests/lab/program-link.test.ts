import { deflateSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERSIONS } from "../../lib/cards/versions.ts";
import { fragmentOf, programOf, SOURCE_AT_MOST } from "../../lib/lab/program-link.ts";

describe("a program in a link", () => {
  it("comes back as it was, whatever it is", () => {
    const program = fc.record({
      source: fc.string({ unit: "grapheme", maxLength: 2_000 }),
      version: fc.constantFrom(...VERSIONS),
      mode: fc.constantFrom("script" as const, "repl" as const),
      cores: fc.constantFrom(undefined, 1, 2, 4, 8),
      step: fc.option(fc.nat(1_000_000)),
    });
    fc.assert(fc.property(program, (one) => {
      const fragment = fragmentOf(one);
      expect(fragment).toMatch(/^[\w.=&-]+$/);
      expect(programOf(`#${fragment}`)).toEqual(one);
    }));
  });

  it("is none in a fragment that is cut, made up, of an unknown version, or empty", () => {
    const whole = fragmentOf({ source: "print(1)\n".repeat(50), version: "3.14", mode: "script", step: null });
    for (const fragment of ["", "#", "#main", "#v=3.14", "#code=AAAA", whole.slice(0, -12), whole.replace("3.14", "2.7"), "v=3.14&code=!!!", "v=3.14&code=AAAA"]) expect(programOf(fragment), fragment).toBeNull();
  });

  it("is not unpacked beyond what the engine takes", () => {
    const bomb = Buffer.from(deflateSync(new Uint8Array(50_000_000), { level: 9 })).toString("base64url");
    expect(programOf(`v=3.14&code=${bomb}`)).toBeNull();
    const longest = "x".repeat(SOURCE_AT_MOST);
    expect(programOf(fragmentOf({ source: longest, version: "3.14", mode: "script", step: null }))?.source).toBe(longest);
    expect(programOf(fragmentOf({ source: `${longest}x`, version: "3.14", mode: "script", step: null }))).toBeNull();
  });
});
