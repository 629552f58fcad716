import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe finds on the page as it stands, and whether it scrolls sideways. */
export async function faultsOf(page: Page, place: string): Promise<string[]> {
  const findings = (await page.evaluate(`${axe}; axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] }).then((result) => result.violations)`)) as Finding[];
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...findings.flatMap(({ id, nodes }) => nodes.map((node) => `${place}: ${id}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`)),
    ...(sideways ? [`${place}: scrolls sideways`] : []),
  ];
}
