import { describe, expect, it } from "vitest";
import { printed, raised, stop } from "./stopped.ts";

describe("numbers", () => {
  it.each(["9**9**9", "10**(10**10)", "1 << 10**9", "3**2_000_000 * 7**1_500_000", "import math; math.factorial(10**6)", "(1 << 10**6) ** 5"])("E17 E20 an integer too large is refused before it is computed: %s", (source) => {
    const { message, steps } = stop(source, "memory", 1);
    expect(message).toContain("bits");
    expect(steps).toBeLessThan(1_000_000);
  });

  it("E19 conversions between text and large integers keep CPython's limit", () => {
    const exceeds = "ValueError: Exceeds the limit (4300 digits) for integer string conversion";
    expect(raised("str(10**5000)")).toBe(`${exceeds}; use sys.set_int_max_str_digits() to increase the limit`);
    expect(raised("int('9' * 5000)")).toBe(`${exceeds}: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit`);
    expect(printed("print(len(hex(10**5000)))")).toBe("4155\n");
    stop("import sys\nsys.set_int_max_str_digits(0)\nwhile True: str(3**200000)", "steps", 3);
  });

  it("E22 results beyond the floats are OverflowErrors", () => {
    expect(raised("2.0**10000")).toBe("OverflowError: (34, 'Numerical result out of range')");
    expect(raised("int(float('inf'))")).toBe("OverflowError: cannot convert float infinity to integer");
    expect(raised("float(10**400)")).toBe("OverflowError: int too large to convert to float");
  });

  it("E23 equality, identity and hashes of numbers are CPython's", () => {
    expect(printed("nan = float('nan')\nprint(nan in [nan], hash(-1) == hash(-2), -0.0 == 0.0, {True: 'a', 1: 'b'})")).toBe("True True True {True: 'b'}\n");
  });
});

describe("memory", () => {
  it("E25 repeated strings: absurd sizes raise, large ones stop the run", () => {
    expect(raised("'x' * 10**12")).toBe("MemoryError");
    expect(raised("'x' * 10**20")).toBe("OverflowError: cannot fit 'int' into an index-sized integer");
    stop("'x' * 10**9", "memory", 1);
    stop("[0] * 10**9", "memory", 1);
    stop("(0,) * 10**9", "memory", 1);
  });

  it("E25 a program can handle a MemoryError for an absurd size", () => {
    expect(printed("try:\n    'x' * 10**12\nexcept MemoryError:\n    print('caught')")).toBe("caught\n");
  });

  it("E26 a doubling string is stopped by its length", () => {
    stop("s = 'x'\nwhile True: s += s", "memory", 2);
  });

  it("E28 byte arrays count", () => {
    stop("bytearray(10**10)", "memory", 1);
    stop("bytes(10**9)", "memory", 1);
    expect(raised("bytes(10**13)")).toBe("MemoryError");
  });

  it("E29 dicts and sets are stopped by memory", () => {
    stop("d = {}\nfor i in range(2 * 10**7): d[i] = 1", "memory", 2, { steps: 50_000_000, memory: 16 * 1024 * 1024 });
    stop("s = set()\nfor i in range(2 * 10**7): s.add(i)", "memory", 2, { steps: 50_000_000, memory: 16 * 1024 * 1024 });
  });

  it("E31 a list that contains itself is shown, copied and compared as CPython does", () => {
    expect(printed("import copy\na = []\na.append(a)\nb = copy.deepcopy(a)\nprint(a, b[0] is b)")).toBe("[[...]] True\n");
    expect(raised("a = []\na.append(a)\nc = []\nc.append(c)\na == c")).toBe("RecursionError: maximum recursion depth exceeded in comparison");
  });

  it.each(["type('C', (), {})", "lambda: i", "(x for x in ())", "object()", "{}", "[i]", "str(i) + 'x'"])("E32 objects of every kind count: %s", (made) => {
    stop(`kept = []\nfor i in range(10**6): kept.append(${made})`, "memory", 2, { steps: 50_000_000, memory: 8 * 1024 * 1024 });
  });
});
