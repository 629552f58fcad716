// Prints how the playground keeps up in a real browser: how soon Stop is answered, and the longest pieces of work of the
// page's thread, in processor time, so that other work on the machine does not count. Asserts nothing.
// Run with: node tests/bench/playground.mjs http://127.0.0.1:3000
import { chromium } from "@playwright/test";
import { deflateRawSync } from "node:zlib";
import { findChromium } from "../../lib/setup/testing/chromium.mjs";

const [base] = process.argv.slice(2);
if (base === undefined) throw new Error("playground.mjs URL-OF-A-RUNNING-APP");
/** @param {string} source */
const link = (source) => `${base}/play#v=3.14&code=${deflateRawSync(source, { level: 9 }).toString("base64url")}`;

const ENDLESS = ["while True:\n    pass\n", "n = 0\nwhile True:\n    n += 1\n", "x = [1]\nwhile True:\n    x = x + [len(x)]\n    y = {'a': x}\n", "import itertools\nsum(itertools.count())\n", "import asyncio\nasync def f():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(f())\n"];
const STEPPED = {
  "two names": "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n",
  "sixty objects": "rows = [[n, [n]] for n in range(20)]\nfor row in rows:\n    row.append(row)\n",
  "600 objects": "rows = []\nfor n in range(600):\n    rows.append([n, [n]])\n    x = rows[-1]\n",
  "2,000 steps": "for turn in range(330):\n    a = [turn]\n    b = a\n    b.append(turn)\n    c = [a, b]\n    del a\n",
  asyncio: "import asyncio\nasync def fetch(n):\n    await asyncio.sleep(n)\n    return n\nasync def main():\n    print(await asyncio.gather(fetch(2), fetch(1)))\nasyncio.run(main())\n",
  threads: "import threading\nlock = threading.Lock()\ndef work():\n    with lock:\n        print(1)\nts = [threading.Thread(target=work) for n in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n",
};

const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ serviceWorkers: "block" });
const status = page.getByRole("region", { name: "Program" }).getByRole("status");

/** Milliseconds from the click on Stop until the page says so, on the page's own clock. */
async function stopped() {
  return await page.evaluate(() => new Promise((resolve) => {
    const said = /** @type {Element} */ (document.querySelector('section[aria-label="Program"] [role="status"]'));
    const begin = performance.now();
    const watch = new MutationObserver(() => {
      if (!said.textContent?.startsWith("Stopped")) return;
      watch.disconnect();
      resolve(performance.now() - begin);
    });
    watch.observe(said, { childList: true, characterData: true, subtree: true });
    /** @type {HTMLElement} */ ([...document.querySelectorAll("button")].find((button) => button.textContent === "Stop")).click();
  }));
}

/** @typedef {{ name: string, ph: string, pid: number, tid: number, tdur?: number, args?: { name?: string } }} Traced */

/** The pieces of work of the page's thread while something goes on, in ms of processor time. @param {() => Promise<void>} work */
async function piecesOf(work) {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await work();
  const { traceEvents } = /** @type {{ traceEvents: Traced[] }} */ (JSON.parse((await browser.stopTracing()).toString()));
  const pages = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  return traceEvents.filter(({ ph, pid, tid }) => ph === "X" && pages.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur / 1_000);
}

/** @param {readonly number[]} pieces */
const said = (pieces) => `longest ${Math.max(0, ...pieces).toFixed(0)} ms, ${pieces.filter((ms) => ms > 50).length} over 50 ms`;

await page.goto(link("x = 1\n"));
await status.getByText(/^Ended/).waitFor({ timeout: 60_000 });
for (const source of ENDLESS) {
  await page.evaluate((hash) => { window.location.hash = hash; }, new URL(link(source)).hash);
  await status.getByText(/^Running/).waitFor({ timeout: 60_000 });
  console.log(`Stop of ${JSON.stringify(source.split("\n").at(-2))}: ${(await stopped()).toFixed(1)} ms`);
}
for (const [name, source] of Object.entries(STEPPED)) {
  await page.goto("about:blank");
  const loaded = await piecesOf(async () => {
    await page.goto(link(source));
    await status.getByText(/^Ended/).waitFor({ timeout: 120_000 });
    await page.locator("svg.lab-picture").waitFor();
  });
  const stepped = await piecesOf(async () => {
    await page.getByRole("slider", { name: "Step" }).focus();
    for (const key of ["Home", ...Array.from({ length: 30 }, () => "ArrowRight"), "End", ...Array.from({ length: 10 }, () => "ArrowLeft")]) await page.keyboard.press(key);
    await page.waitForTimeout(500);
  });
  console.log(`${name}: page loads and records: ${said(loaded)}; 42 steps: ${said(stepped)}`);
}
await browser.close();
