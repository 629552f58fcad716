import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not reach it.");
}

test("an admin makes somebody an author by keyboard alone; it counts at their next click, and the log says so", async ({ page, browser, guard }) => {
  guard.allow(/404/);
  const other = await browser.newContext();
  const learner = await other.newPage();
  const address = await newAccount(learner);
  expect((await learner.goto("/studio/flags"))?.status()).toBe(404);
  const admin = await newAccount(page, "ADMIN");

  await visit(page, "/studio/people");
  await tabTo(page, page.getByLabel("Address or name"));
  await page.keyboard.type(address.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /@/ })).toHaveText([address]);
  await tabTo(page, page.getByLabel(`Role of ${address}`));
  await page.keyboard.type("Author");
  await tabTo(page, page.getByRole("button", { name: `Change the role of ${address}` }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${address} may then write and publish cards and decide flags.`)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(`Role of ${address}`)).toHaveValue("AUTHOR");

  expect((await learner.goto("/studio/flags"))?.status()).toBe(200);
  for (const path of ["/studio/people", "/studio/audit"]) expect((await learner.goto(path))?.status()).toBe(404);
  await other.close();

  await visit(page, `/studio/audit?name=privilege_permissions_changed&target=${encodeURIComponent(address)}`);
  await expect(page.getByText("from: LEARNER, to: AUTHOR")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "privilege_permissions_changed" })).toContainText([`by${admin}`]);
  await tabTo(page, page.getByRole("button", { name: "Check the whole log" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Checked [\d,]+ (entry|entries): unbroken\.$/)).toBeVisible();
});

test("an admin finds the own row marked, and whoever is not there is said not to be", async ({ page }) => {
  const admin = await newAccount(page, "ADMIN");
  await visit(page, `/studio/people?q=${encodeURIComponent(admin)}`);
  await expect(page.getByRole("heading", { level: 2, name: /@/ })).toHaveText(`${admin}you`);
  await visit(page, "/studio/people?q=%25_%27%20OR%201%3D1");
  await expect(page.getByText("Nobody here has this in their address or name.")).toBeVisible();
});

test("the log is saved as a file of what the filter leaves", async ({ page }) => {
  await newAccount(page, "ADMIN");
  await visit(page, "/studio/audit?from=2020-01-01&to=2020-01-02");
  await expect(page.getByText("No entry fits.")).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save these as CSV" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^heapwise-audit-\d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await file.path(), "utf8")).toBe('"seq","at","name","actor","target","detail","request","previous","hash"\r\n');
});

test("axe finds nothing at people and audit", async ({ page }) => {
  test.setTimeout(180_000);
  const admin = await newAccount(page, "ADMIN");
  const faults: string[] = [];
  await visit(page, `/studio/people?q=${encodeURIComponent(admin)}`);
  await page.getByLabel(`Role of ${admin}`).selectOption("Author");
  await page.getByRole("button", { name: `Change the role of ${admin}` }).click();
  faults.push(...(await faultsOf(page, "a change of role")));
  for (const path of ["/studio/people", "/studio/audit", "/studio/audit?actor=nobody"]) {
    await visit(page, path);
    faults.push(...(await faultsOf(page, path)));
  }
  await page.getByRole("button", { name: "Check the whole log" }).click();
  await expect(page.getByText(/unbroken\.$/)).toBeVisible();
  faults.push(...(await faultsOf(page, "a check of the log")));
  expect(faults).toEqual([]);
});
