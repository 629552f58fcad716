import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProject, root } from "../../lib/setup/project.mjs";

type Ended = { stdout: string; stderr: string; code?: number };

describe("a command that is bundled before it runs", () => {
  let folder: string;
  const execute = promisify(execFile);
  const bundle = () => path.join(folder, "command.mjs");
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const run = async (...args: string[]): Promise<Ended> => {
    const relative = (file: string) => path.relative(root, file);
    const all = [inProject("lib/setup/engine-bundle.mjs"), relative(path.join(folder, "cli.ts")), relative(bundle()), ...args];
    return execute(process.execPath, all).catch((error: Ended) => error);
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "heapwise-bundle-"));
    write("cli.ts", `import { word } from "./word.ts"; const args: string[] = process.argv.slice(2); console.log(word, ...args); process.exitCode = args.length;`);
    write("word.ts", `export const word: string = "first";`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gets the arguments, and its exit status is passed on", async () => {
    expect(await run("--json", "a b", "")).toMatchObject({ stdout: "first --json a b \n", code: 3 });
    expect(await run()).toMatchObject({ stdout: "first\n", stderr: "" });
  });

  it("is bundled once, and again when a source that it imports changed", async () => {
    const made = statSync(bundle()).mtimeMs;
    await run();
    expect(statSync(bundle()).mtimeMs).toBe(made);
    write("word.ts", `export const word: string = "second";`);
    expect(await run()).toMatchObject({ stdout: "second\n" });
  });

  it("that five start at once after a change works for each of them", async () => {
    write("word.ts", `export const word: string = "third";`);
    const ended = await Promise.all(Array.from({ length: 5 }, () => run()));
    expect(ended.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 5 }, () => "third\n"));
  });

  it("with a fault in its source says where, and does not run the old bundle", async () => {
    write("word.ts", `export const word: string = ;`);
    const ended = await run();
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toContain("word.ts:1:");
    expect(ended.stderr).not.toContain("node_modules");
    expect(ended.code).toBe(1);
  });
});
