// Prints how the playground keeps up in a real browser: how soon Stop is answered, and which pieces of work of the page's
// thread are longer than 50 ms. Asserts nothing. Run with: node tests/bench/playground.mjs http://127.0.0.1:3000
import { chromium } from "@playwright/test";
import { deflateSync } from "node:zlib";
import { findChromium } from "../../lib/setup/testing/chromium.mjs";

const [base] = process.argv.slice(2);
if (base === undefined) throw new Error("playground.mjs URL-OF-A-RUNNING-APP");
/** @param {string} source */
const link = (source) => `${base}/play#v=3.14&code=${deflateSync(source, { level: 9 }).subarray(2, -4).toString("base64url")}`;

const ENDLESS = ["while True:\n    pass\n", "n = 0\nwhile True:\n    n += 1\n", "x = [1]\nwhile True:\n    x = x + [len(x)]\n    y = {'a': x}\n", "import itertools\nsum(itertools.count())\n", "import asyncio\nasync def f():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(f())\n"];
const STEPPED = {
  "two names": "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n",
  "sixty objects": "rows = [[n, [n]] for n in range(20)]\nfor row in rows:\n    row.append(row)\n",
  "2,000 steps": "for turn in range(330):\n    a = [turn]\n    b = a\n    b.append(turn)\n    c = [a, b]\n    del a\n",
  asyncio: "import asyncio\nasync def fetch(n):\n    await asyncio.sleep(n)\n    return n\nasync def main():\n    print(await asyncio.gather(fetch(2), fetch(1)))\nasyncio.run(main())\n",
  threads: "import threading\nlock = threading.Lock()\ndef work():\n    with lock:\n        print(1)\nts = [threading.Thread(target=work) for n in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n",
};

const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ serviceWorkers: "block" });
await page.addInitScript(() => {
  const seen = /** @type {{ start: number, ms: number }[]} */ ([]);
  Object.assign(window, { longTasks: seen });
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ startTime, duration }) => ({ start: startTime, ms: duration })))).observe({ type: "longtask", buffered: true });
});
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

await page.goto(link("x = 1\n"));
await status.getByText(/^Ended/).waitFor({ timeout: 60_000 });
for (const source of ENDLESS) {
  await page.evaluate((hash) => { window.location.hash = hash; }, new URL(link(source)).hash);
  await status.getByText(/^Running/).waitFor({ timeout: 60_000 });
  console.log(`Stop of ${JSON.stringify(source.split("\n").at(-2))}: ${(await stopped()).toFixed(1)} ms`);
}
for (const [name, source] of Object.entries(STEPPED)) {
  await page.goto("about:blank");
  await page.goto(link(source));
  await status.getByText(/^Ended/).waitFor({ timeout: 120_000 });
  const loaded = await page.evaluate(() => /** @type {any} */ (window).longTasks.splice(0));
  await page.getByRole("slider", { name: "Step" }).focus();
  for (const key of ["Home", ...Array.from({ length: 30 }, () => "ArrowRight"), "End", ...Array.from({ length: 10 }, () => "ArrowLeft")]) await page.keyboard.press(key);
  const stepped = await page.evaluate(() => /** @type {any} */ (window).longTasks);
  /** @param {{ ms: number }[]} tasks */
  const words = (tasks) => (tasks.length === 0 ? "none" : tasks.map(({ ms }) => ms.toFixed(0)).join(", "));
  console.log(`${name}: over 50 ms while the page loads and records: ${words(loaded)} ms; while it is stepped through 42 times: ${words(stepped)} ms`);
}
await browser.close();
