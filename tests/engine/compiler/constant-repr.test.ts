import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesRepr, constantRepr, floatRepr, strRepr } from "../../../lib/engine/compiler/constant-repr.ts";

// Expected texts are what CPython 3.14 prints.
describe("a constant is written as repr() writes it", () => {
  it.each([
    [1, "1.0"], [-0, "-0.0"], [0.1, "0.1"], [1e16, "1e+16"], [1e15, "1000000000000000.0"], [123456789012345680, "1.2345678901234568e+17"],
    [0.0001, "0.0001"], [0.00001, "1e-05"], [1.5e-7, "1.5e-07"], [1e300, "1e+300"], [5e-324, "5e-324"], [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"], [Number.NaN, "nan"],
  ])("float %d", (value, text) => expect(floatRepr(value)).toBe(text));

  it.each([
    ["a", "'a'"], ["it's", '"it\'s"'], ["'\"", "'\\'\"'"], ["a\nb\t\\", "'a\\nb\\t\\\\'"], ["\x00\x7f\x85", "'\\x00\\x7f\\x85'"], ["é😀", "'é😀'"],
    ["\u2028", "'\\u2028'"], ["\ud800", "'\\ud800'"], ["\u{e0001}", "'\\U000e0001'"], ["\xa0", "'\\xa0'"],
  ])("str %j", (value, text) => expect(strRepr(value)).toBe(text));

  it("bytes", () => expect(bytesRepr(Uint8Array.of(0, 9, 39, 65, 92, 255))).toBe('b"\\x00\\t\'A\\\\\\xff"'));

  it.each([
    [0, 1, "1j"], [-0, 1, "(-0+1j)"], [1, -2.5, "(1-2.5j)"], [1, -0, "(1-0j)"], [0, Number.NaN, "nanj"], [1, Number.POSITIVE_INFINITY, "(1+infj)"],
  ])("complex %d %d", (real, imag, text) => expect(constantRepr({ kind: "complex", real, imag }, "")).toBe(text));

  it("nested tuples, with a comma after a single item", () => {
    const one = { kind: "int", value: 1n } as const;
    expect(constantRepr({ kind: "tuple", items: [{ kind: "tuple", items: [one] }, { kind: "none" }] }, "")).toBe("((1,), None)");
  });

  it("the text of a finite float reads back as the same float", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Object.is(Number(floatRepr(value)), value)));
  });
});
