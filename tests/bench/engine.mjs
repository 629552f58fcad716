// Prints how fast the engine is: cold start, instructions a second, runs a second. Asserts no time.
// Run with: node tests/bench/engine.mjs
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "heapwise-bench-"));
const bundle = path.join(folder, "engine.mjs");
await build({ entryPoints: [path.join(root, "lib/engine/index.ts")], outfile: bundle, bundle: true, platform: "node", format: "esm", tsconfig: path.join(root, "tsconfig.json"), logLevel: "error" });

const inFunction = (body) => `def main():\n${body.split("\n").map((line) => `    ${line}`).join("\n")}\nmain()`;
const programs = {
  "empty loop": "while True: pass",
  "adding in a module": "x = 0\nfor i in range(400000):\n    x += i",
  "adding in a function": inFunction("x = 0\nfor i in range(400000):\n    x += i"),
  "calls": `def g(a):\n    return a + 1\n${inFunction("for i in range(150000):\n    g(i)")}`,
  "methods and attributes": `class C:\n    def __init__(self): self.n = 0\n    def inc(self): self.n += 1\n${inFunction("c = C()\nfor i in range(150000):\n    c.inc()")}`,
  "instances": `class C:\n    def __init__(self, x): self.x = x\n${inFunction("for i in range(80000):\n    C(i)")}`,
  "list building": inFunction("a = []\nfor i in range(200000):\n    a.append(i)"),
  "comprehension": inFunction("sum([i * i for i in range(200000)])"),
  "dict counting": inFunction("d = {}\nfor i in range(150000):\n    d[i % 100] = d.get(i % 100, 0) + 1"),
  "generators": `def g(n):\n    for i in range(n):\n        yield i\n${inFunction("s = 0\nfor x in g(150000):\n    s += x")}`,
};

/** Milliseconds of processor time: other work on the machine does not count. */
function cpu(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

const start = process.cpuUsage();
const { run } = await import(pathToFileURL(bundle).href);
run("print(1)");
const { user, system } = process.cpuUsage(start);
console.log(`cold start to the first output: ${((user + system) / 1000).toFixed(0)} ms`);
for (const [name, source] of Object.entries(programs)) {
  run(source, { limits: { steps: 50_000 } });
  const { result, ms } = cpu(() => run(source));
  console.log(`${name.padEnd(24)} ${(result.steps / ms / 1000).toFixed(1).padStart(6)} million steps a second (${result.status}, ${ms.toFixed(0)} ms)`);
}
const small = cpu(() => {
  for (let i = 0; i < 100; i++) run("print(sum(range(10)))");
});
console.log(`small programs: ${((100 * 1000) / small.ms).toFixed(0)} runs a second`);
rmSync(folder, { recursive: true });
