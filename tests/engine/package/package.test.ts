import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const built = path.join(root, "build/engine");
const folder = mkdtempSync(path.join(tmpdir(), "heapwise-package-"));

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, "lib/setup/engine-package.mjs")], { cwd: root, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

function py(place: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(place, "py.mjs"), ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("the built module runs a program with its core alone, and fetches what another one needs", async () => {
  const { run, prepared } = (await import(pathToFileURL(path.join(built, "engine.mjs")).href)) as typeof import("../../../lib/engine/web.ts");
  expect(run("print(6 * 7)").stdout).toBe("42\n");
  const program = "import functools\nmatch functools.reduce(lambda a, b: a * b, range(1, 6)):\n    case n: print(n)";
  expect(() => run(program, { version: "3.11" })).toThrow("which is not loaded");
  expect((await prepared(() => run(program, { version: "3.11" }))).stdout).toBe("120\n");
});

test("what a page loads before it runs a program weighs at most 200 KB", () => {
  const files = new Set<string>();
  const load = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, imported] of readFileSync(path.join(built, file), "utf8").matchAll(/(?:^|;)import(?:\{[^{}]*\}from)?"\.\/([^"]+)"/g)) load(imported);
  };
  load("engine.mjs");
  const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file)), { level: 9 }).length, 0);
  expect(files.size).toBeGreaterThan(1);
  expect(size).toBeGreaterThan(100_000);
  expect(size).toBeLessThanOrEqual(200 * 1024);
});

test("the package declares its types", () => {
  expect(existsSync(path.join(built, "types/web.d.ts"))).toBe(true);
});

test("the py command runs a file and exits as python3 would", () => {
  const file = path.join(folder, "one.py");
  writeFileSync(file, "print('answer')\nraise SystemExit(3)\n");
  expect(py(built, file)).toEqual({ status: 3, stdout: "answer\n", stderr: "" });
});

test("what the command prints reaches a pipe to the end", () => {
  const file = path.join(folder, "long.py");
  writeFileSync(file, "print('x' * 60000)\nprint('end')\n");
  expect(py(built, file).stdout).toBe(`${"x".repeat(60000)}\nend\n`);
});

describe("in Node", () => {
  const file = path.join(folder, "library.py");
  writeFileSync(file, "import collections.abc, functools\nprint(functools.reduce(lambda a, b: a * b, range(1, 6)))\n");
  /** A copy of the package, and in it the files with the code that this version of Node compiled, that of the core first. */
  const copy = (name: string) => {
    const place = path.join(folder, name);
    cpSync(built, place, { recursive: true, filter: (entry) => !/\/types$|\.mjs$/.test(entry) || entry.endsWith("py.mjs") });
    const scripts = path.join(place, "node");
    const kept = readdirSync(scripts).filter((entry) => entry.endsWith(".cache")).map((entry) => path.join(scripts, entry));
    return { place, kept: kept.sort((a, b) => statSync(b).size - statSync(a).size) };
  };

  test("the package's door is that of the ES module", async () => {
    const inNode = (await import(pathToFileURL(path.join(built, "node.mjs")).href)) as object;
    const anywhere = (await import(pathToFileURL(path.join(built, "engine.mjs")).href)) as object;
    expect(Object.keys(inNode).sort()).toEqual(Object.keys(anywhere).sort());
    const { run } = inNode as typeof import("../../../lib/engine/index.ts");
    expect(run("import functools\nprint(functools.reduce(lambda a, b: a * b, range(1, 6)))").stdout).toBe("120\n");
  });

  test("the build keeps compiled code, and a start that finds it leaves it as it is", () => {
    const { place, kept } = copy("warm");
    const scripts = readdirSync(path.join(place, "node")).filter((entry) => entry.endsWith(".cjs"));
    expect(kept.length).toBe(scripts.length);
    const times = () => kept.map((entry) => statSync(entry).mtimeMs);
    const before = times();
    expect(py(place, file)).toEqual({ status: 0, stdout: "120\n", stderr: "" });
    expect(times()).toEqual(before);
  });

  test.each([
    ["damaged", (bytes: Buffer) => bytes.fill(0xa5, bytes.length >> 1, (bytes.length >> 1) + 64)],
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ["another script's", (bytes: Buffer) => bytes.fill("0", 4, 20)],
  ])("compiled code that is %s is not used, but made anew", (name, spoil) => {
    const { place, kept } = copy(name.replace(/\W/g, "-"));
    const spoilt = spoil(readFileSync(kept[0]));
    writeFileSync(kept[0], spoilt);
    expect(py(place, file)).toEqual({ status: 0, stdout: "120\n", stderr: "" });
    expect(readFileSync(kept[0]).length).toBeGreaterThan(100_000);
    expect(readFileSync(kept[0]).equals(spoilt)).toBe(false);
    expect(py(place, file)).toEqual({ status: 0, stdout: "120\n", stderr: "" });
  });

  test("code that V8 refuses, compiled under another flag, costs nothing but time", () => {
    const { place } = copy("flags");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-lazy", path.join(place, "py.mjs"), file], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "120\n", stderr: "" });
  });

  test("a folder where nothing can be kept is no hindrance", () => {
    const { place, kept } = copy("fixed");
    rmSync(kept[0]);
    // A folder in the file's place cannot be replaced by a file, whoever runs this.
    cpSync(path.join(built, "library"), kept[0], { recursive: true });
    expect(py(place, file)).toEqual({ status: 0, stdout: "120\n", stderr: "" });
    expect(readdirSync(path.join(place, "node")).filter((entry) => entry.includes(".cache."))).toEqual([]);
  });
});
