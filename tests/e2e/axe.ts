import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** How a page is looked at: both themes, on a phone and on a laptop. */
const WIDTHS = [390, 1280];
const THEMES = ["light", "dark"] as const;

/** What axe finds on the page as it stands, in both themes and at each width, and where it scrolls sideways. The page is not loaded again in between. */
export async function faultsOf(page: Page, place: string, widths: readonly number[] = WIDTHS): Promise<string[]> {
  // The title comes with the rest of a page that is made in pieces.
  await expect(page).toHaveTitle(/\S/);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(settle);
      // A theme changes nothing but colours.
      faults.push(...(await faultsAsShown(page, `${place}, ${colorScheme}, ${width} pixels wide`, colorScheme === "light" ? RULES : ["color-contrast"])));
    }
  }
  return faults;
}

/** Ends the transitions of colours that a change of theme or width starts: axe judges what stays. Runs in the page. */
async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}

async function faultsAsShown(page: Page, place: string, runOnly: readonly string[]): Promise<string[]> {
  const findings = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ["violations"], preload: false }).then((result) => result.violations)`)) as Finding[];
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...findings.flatMap(({ id, nodes }) => nodes.map((node) => `${place}: ${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`)),
    ...(sideways ? [`${place}: scrolls sideways`] : []),
  ];
}
