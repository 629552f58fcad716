import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "heapwise-cli-"));
  await build({ entryPoints: [path.join(root, "lib/engine/cli.ts")], outfile: path.join(folder, "py.mjs"), bundle: true, platform: "node", format: "esm", tsconfig: path.join(root, "tsconfig.json"), logLevel: "error" });
});
afterAll(() => rmSync(folder, { recursive: true }));

function py(program: string | null, ...options: string[]) {
  if (program !== null) writeFileSync(path.join(folder, "p.py"), program);
  const words = program === null ? options : [...options, "p.py"];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["py.mjs", ...words], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the command line", () => {
  it("names each line before it runs with --trace, in the order in which sys.settrace reports them", () => {
    const result = py("def f(n):\n    for i in range(n):\n        print(i)\n    return n\nf(2)\n", "--trace");
    expect(result.stdout).toBe("0\n1\n");
    expect(result.stderr.split("\n").map((line) => line.trim().split(" ")[0]).filter(Boolean)).toEqual(["1", "5", "2", "3", "2", "3", "2", "4"]);
  });

  it("prints what the program prints and ends with 0", () => {
    expect(py("print('a')\nprint('b')")).toEqual({ status: 0, stdout: "a\nb\n", stderr: "" });
  });

  it("ends with the program's own status", () => {
    expect(py("import sys\nsys.exit(3)")).toEqual({ status: 3, stdout: "", stderr: "" });
    expect(py("raise SystemExit")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(py("raise SystemExit('gone')")).toEqual({ status: 1, stdout: "", stderr: "gone\n" });
  });

  it("prints a traceback as python3 does, and ends with 1", () => {
    const { status, stderr } = py("def f(x):\n    return g(x)\ndef g(x):\n    raise ValueError(x)\nf('bad')", "--version", "3.10");
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Traceback (most recent call last):\n  File "p.py", line 5, in <module>\n    f(\'bad\')\n  File "p.py", line 2, in f\n    return g(x)\n' +
        '  File "p.py", line 4, in g\n    raise ValueError(x)\nValueError: bad\n',
    );
  });

  it("prints causes and contexts before the exception they belong to", () => {
    const { stderr } = py("try:\n    raise KeyError('a')\nexcept KeyError as e:\n    raise ValueError('b') from e", "--version", "3.10");
    expect(stderr).toBe(
      'Traceback (most recent call last):\n  File "p.py", line 2, in <module>\n    raise KeyError(\'a\')\nKeyError: \'a\'\n\n' +
        'The above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "p.py", line 4, in <module>\n    raise ValueError(\'b\') from e\nValueError: b\n',
    );
  });

  it("says that it stopped a program, keeps its output, and ends with 124", () => {
    expect(py("print('first')\nwhile True: pass")).toEqual({ status: 124, stdout: "first\n", stderr: "Stopped after 5,000,000 steps, at line 2.\n" });
  });

  it("runs a file as if typed at the prompt", () => {
    expect(py("# mode: repl\na = 257\nb = 257\na is b\n1/0\n'on'")).toMatchObject({ status: 0, stdout: "False\nZeroDivisionError: division by zero\n'on'\n" });
  });

  it("gives results as JSON, by file and version", () => {
    const { stdout, status } = py("import sys\nprint(sys.version_info[:2])\nx", "--json", "--versions", "3.11,3.14");
    expect(status).toBe(0);
    const error = "NameError: name 'x' is not defined";
    expect(JSON.parse(stdout)).toEqual({ "p.py": { "3.11": { stdout: "(3, 11)\n", error }, "3.14": { stdout: "(3, 14)\n", error } } });
  });

  it("lists bytecode without running", () => {
    const { status, stdout } = py("print('not run')", "--dis");
    expect(status).toBe(0);
    expect(stdout).toContain("LOAD_NAME");
    expect(stdout).not.toMatch(/^not run$/m);
    expect(py("x = = 1", "--dis")).toMatchObject({ status: 1, stderr: "line 1: SyntaxError: invalid syntax\n" });
  });

  it("says what is wrong with the command", () => {
    expect(py(null, "missing.py")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Cannot read missing\.py\.\n/) });
    expect(py("1", "--version", "2.7")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^There is no version 2\.7 here; known are 3\.10, /) });
    expect(py("1", "--fast")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^There is no option --fast\.\n/) });
    expect(py(null)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Name a file\.\n/) });
  });
});
