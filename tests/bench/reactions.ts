// How fast the review answers a key, in a browser: the answer after Space, the next card after a grade. On this machine as it is,
// and with its processor slowed down to a quarter, as on a phone in the middle of the range.
//   node --conditions=react-server --import tsx tests/bench/reactions.ts
// Needs a current build (npm run build) and a Chromium.
import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../../lib/setup/testing/chromium.mjs";
import { startApp } from "../operation/app-process.ts";
import { bringLibrary, onFreshDatabase, printRows } from "./alone.ts";
import type { Row } from "./server.ts";

/** Grades of each course, the first of them to warm up. */
const GRADES = 18;
const SLOWDOWNS = [1, 4] as const;

/** Notes in the page, for every key, how long it took from the key to the frame after the one that shows something else, in ms. */
function watchKeys(): void {
  const times: { readonly key: string; readonly ms: number }[] = [];
  Reflect.set(window, "reactions", times);
  const shown = (): string => `${document.querySelector("h1")?.id} ${document.querySelector("h2[id^='answer-']") !== null} ${document.querySelector("#done") !== null}`;
  addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      const before = shown();
      const look = (): void => {
        if (shown() === before) requestAnimationFrame(look);
        // What was changed before this frame is on the screen when the task after it begins.
        else setTimeout(() => times.push({ key, ms: performance.now() - timeStamp }));
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

async function course(page: Page, origin: string, slowdown: number): Promise<{ readonly reveal: number[]; readonly next: number[] }> {
  await page.goto(`${origin}/review`);
  await page.getByRole("button", { name: "Show the answer" }).waitFor();
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  for (let grade = 0; grade < GRADES; grade += 1) {
    await page.keyboard.press("Space");
    await page.waitForFunction((count) => (Reflect.get(window, "reactions") as unknown[]).length === count, 2 * grade + 1);
    await page.keyboard.press("4");
    await page.waitForFunction((count) => (Reflect.get(window, "reactions") as unknown[]).length === count, 2 * grade + 2);
  }
  const times = await page.evaluate(() => Reflect.get(window, "reactions") as { readonly key: string; readonly ms: number }[]);
  const of = (key: string): number[] => times.slice(4).filter((one) => one.key === key).map(({ ms }) => ms);
  return { reveal: of(" "), next: of("4") };
}

const rank = (values: readonly number[], share: number): string => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]?.toFixed(0) ?? "";
const figure = (values: readonly number[]): string => `p50 ${rank(values, 0.5)} ms, p75 ${rank(values, 0.75)} ms, most ${rank(values, 1)} ms`;

/** From a key to what it shows, in the review of a visitor. */
export async function reactionRows(url: string): Promise<Row[]> {
  const app = await startApp(url);
  const executablePath = await findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox", "--disable-gpu"] });
  const rows: Row[] = [];
  for (const slowdown of SLOWDOWNS) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
    const page = await context.newPage();
    // The loader that runs this file names functions by a helper, which the page lacks.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.addInitScript(watchKeys);
    const { reveal, next } = await course(page, app.origin, slowdown);
    const how = slowdown === 1 ? "" : `, processor at 1/${slowdown}`;
    rows.push({ what: `Review in a browser: key to the answer on the screen${how}`, figure: figure(reveal) }, { what: `Review in a browser: grade to the next card on the screen${how}`, figure: figure(next) });
    await context.close();
  }
  await browser.close();
  await app.end("SIGTERM");
  return rows;
}

if (process.argv[1] === import.meta.filename) {
  printRows(
    await onFreshDatabase(async (url) => {
      await bringLibrary(url);
      return reactionRows(url);
    }),
  );
}
