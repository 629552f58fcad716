// Prints what it costs to record runs for the stepper: time, memory, size of the message to the page. Asserts nothing.
// Run with: node --expose-gc tests/bench/recording.mjs
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "heapwise-bench-"));
const bundle = path.join(folder, "engine.mjs");
await build({ entryPoints: [path.join(root, "lib/engine/index.ts")], outfile: bundle, bundle: true, platform: "node", format: "esm", tsconfig: path.join(root, "tsconfig.json"), logLevel: "error" });
const { record, run } = await import(pathToFileURL(bundle).href);

/** Programs in the manner of the cards, each repeated until it has about 2,000 steps. */
const programs = {
  "names and lists": "for turn in range(330):\n    a = [turn]\n    b = a\n    b.append(turn)\n    c = [a, b]\n    del a\n",
  "default argument": "def add(item, bag=[]):\n    bag.append(item)\n    if len(bag) > 20:\n        bag.clear()\n    return bag\nfor turn in range(280):\n    got = add(turn)\n",
  "hundreds of objects": "rows = []\nfor n in range(600):\n    rows.append([n, [n]])\n    x = rows[-1]\n",
  "linked nodes": "class Node:\n    def __init__(self, value, after):\n        self.value = value\n        self.after = after\nhead = None\nfor turn in range(280):\n    head = Node(turn, head if turn % 20 else None)\n",
  closures: "def make(n):\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    return inner\nkept = [make(i) for i in range(10)]\nfor turn in range(330):\n    n = kept[turn % 10]()\n",
  generators: "def count(n):\n    for i in range(n):\n        yield [i]\nfor turn in range(95):\n    for item in count(5):\n        kept = item\n",
  exceptions: "def fail(n):\n    raise ValueError(n)\nfor turn in range(220):\n    try:\n        fail(turn)\n    except ValueError as error:\n        seen = error.args\n",
};

/** Milliseconds of processor time: other work on the machine does not count. */
function cpu(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const mb = (bytes) => `${(bytes / 1048576).toFixed(1)} MB`;
for (const [name, source] of Object.entries(programs)) {
  const first = cpu(() => record(source)).ms;
  const times = [0, 1, 2].map(() => cpu(() => record(source)).ms);
  const plain = Math.min(...[0, 1, 2].map(() => cpu(() => run(source)).ms));
  const before = heap();
  // What the page holds: a copy of the message, without the machine.
  const kept = structuredClone(record(source));
  const size = heap() - before;
  const { steps } = kept;
  console.log(`${name.padEnd(18)} ${steps.length} steps, up to ${Math.max(...steps.map(({ snapshot }) => snapshot.objects.length))} objects: ${Math.min(...times).toFixed(0)} ms (first time ${first.toFixed(0)}), without recording ${plain.toFixed(0)}; ${mb(size)} held, ${mb(serialize(kept).length)} sent`);
}
rmSync(folder, { recursive: true });
