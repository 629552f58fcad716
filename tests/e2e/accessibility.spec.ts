import type { Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { expect, openReview, newAccount, test, visit } from "./browser.ts";

const PUBLIC = ["/", "/library", "/library?q=topc%3Agil", "/library/257-at-the-prompt", "/placement", "/review/drill", "/review/drill?q=topic%3Agil", "/login", "/signup", "/settings", "/claim/a-token", "/offline", "/no-such-page"];
const PRIVATE = ["/", "/progress", "/settings/data", "/settings/pace", "/settings", "/claim/a-token"];

/** At 360 pixels, and with text at twice its size in a window of 720, which is the same at a zoom of 200 % (WCAG 1.4.10, 1.4.4). */
async function sidewaysOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, size] of [[360, "100%"], [720, "200%"]] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), size);
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) faults.push(`${path} scrolls sideways at ${width} pixels, text at ${size}`);
  }
  return faults;
}

test("axe finds nothing on any page, and none scrolls sideways on a screen of 360 pixels or with text at twice its size", async ({ page, guard }) => {
  test.setTimeout(180_000);
  guard.allow(/404/);
  const faults: string[] = [];
  for (const path of PUBLIC) {
    await visit(page, path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => details.setAttribute("open", "")));
    faults.push(...(await faultsOf(page, path)), ...(await sidewaysOf(page, path)));
  }
  await openReview(page);
  faults.push(...(await sidewaysOf(page, "a question")));
  await openReview(page);
  faults.push(...(await faultsOf(page, "a question")));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  faults.push(...(await faultsOf(page, "an answer")));
  await page.keyboard.press("?");
  faults.push(...(await faultsOf(page, "the help")));
  await page.keyboard.press("Escape");
  await newAccount(page);
  for (const path of PRIVATE) {
    await visit(page, path);
    faults.push(...(await faultsOf(page, `${path}, signed in`)), ...(await sidewaysOf(page, path)));
  }
  await openReview(page);
  for (let card = 0; card < 6; card += 1) {
    await page.keyboard.press("Space");
    await page.keyboard.press("4");
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  faults.push(...(await faultsOf(page, "the end of a sitting")));
  expect(faults).toEqual([]);
});

test("the first Tab of a page leads past the header", async ({ page }) => {
  await visit(page, "/library");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
