import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const built = path.join(root, "build/engine");
const folder = mkdtempSync(path.join(tmpdir(), "heapwise-package-"));

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, "lib/setup/engine-package.mjs")], { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("the built module runs a program, and one that imports a module written in Python", async () => {
  const { run } = (await import(pathToFileURL(path.join(built, "engine.mjs")).href)) as typeof import("../../../lib/engine/index.ts");
  expect(run("print(6 * 7)").stdout).toBe("42\n");
  expect(run("import functools\nprint(functools.reduce(lambda a, b: a * b, range(1, 6)))").stdout).toBe("120\n");
});

test("the package declares its types", () => {
  expect(existsSync(path.join(built, "types/index.d.ts"))).toBe(true);
});

test("the py command runs a file and exits as python3 would", () => {
  const file = path.join(folder, "one.py");
  writeFileSync(file, "print('answer')\nraise SystemExit(3)\n");
  const { status, stdout } = spawnSync(process.execPath, [path.join(built, "py.mjs"), file], { encoding: "utf8" });
  expect(stdout).toBe("answer\n");
  expect(status).toBe(3);
});
