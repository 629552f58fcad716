import { describe, expect, it } from "vitest";
import { run, VERSIONS } from "../../../lib/engine/index.ts";
import { conformanceCases } from "../../conformance/cases.ts";
import { originalHandler, replaceHandler, restoreHandler, restoreHandlersAfterEach } from "./handlers.ts";

describe("the check of the stack", () => {
  restoreHandlersAfterEach();

  const program = "def f(a):\n    for i in a:\n        try: yield i * 2\n        finally: a = [i]\nprint(sum(f([1, 2])), [x for x in 'ab'])";

  it("finds nothing in a sound machine", () => {
    for (const version of VERSIONS) expect(run(program, { version, stackCheck: true, audit: true })).toMatchObject({ status: "done", leaks: [] });
  });

  it("finds an instruction that leaves a value too much or too little", () => {
    for (const [name, change] of [["NOP", 1], ["POP_TOP", 1], ["STORE_FAST", 1], ["LOAD_CONST", -1], ["BUILD_LIST", -1]] as const) {
      const handler = originalHandler(name);
      replaceHandler(name, (vm, frame, arg) => {
        const control = handler(vm, frame, arg);
        if (change > 0) frame.push(vm.bool(true));
        else frame.drop(1);
        return control;
      });
      expect(() => run("def f():\n    x = [1, 2.5, print]\n    x.clear()\n    pass\n    return x\nf(); f()", { stackCheck: true }), name).toThrow(/values on its stack where the table says/);
      restoreHandler(name);
    }
  });
});

describe("watching changes nothing", () => {
  // Every case is watched in one version.
  const watched = VERSIONS.flatMap((version, at) => conformanceCases().filter(({ expected }, i) => expected[version] && (i + at) % 6 === 0).map((one) => ({ version, ...one })));

  it.each(VERSIONS)("the same output, end and addresses in the same number of steps, in %s", (wanted) => {
    for (const { name, source, mode, version } of watched) {
      if (version !== wanted) continue;
      // Addresses, the order of sets and the moments of death are in the last line.
      const told = mode === "script" ? `${source}\nprint(id(object()), id([]), len(__import__('gc').get_objects()))` : source;
      const plain = run(told, { version, mode });
      const { lines, ...seen } = run(told, { version, mode, trace: true });
      expect(seen, name).toEqual({ ...plain, lines: undefined });
      expect(lines.length, name).toBeGreaterThan(0);
    }
  });
});
