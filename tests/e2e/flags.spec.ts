import type { Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { cardOf, expect, openReview, newAccount, test, visit } from "./browser.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Flag this card" });
const CARD = "/library/257-at-the-prompt";

/** Flags a card on its page with a note. */
async function flagOnPage(page: Page, note: string): Promise<void> {
  await visit(page, CARD);
  await page.getByRole("button", { name: "Flag a problem" }).click();
  await dialog(page).getByLabel("It is unclear").check();
  await dialog(page).getByLabel("Note, if you like").fill(note);
  await dialog(page).getByRole("button", { name: "Send" }).click();
  await expect(dialog(page)).toBeHidden();
}

test("f and a number flag the card on the screen, before the answer and after it, and the sitting goes on", async ({ page }) => {
  await openReview(page);
  const first = await cardOf(page);
  await page.keyboard.press("f");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("2");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Flagged" })).toBeVisible();
  expect(await cardOf(page)).toBe(first);
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();

  await page.keyboard.press("Space");
  await page.keyboard.press("f");
  await page.keyboard.press("1");
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("3");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  expect(await cardOf(page)).not.toBe(first);
  await expect(page.getByRole("button", { name: "Flagged" })).toBeHidden();
});

test("a flag without a connection says that it was not sent and keeps the text, also after the card was left", async ({ page, context, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED/);
  await openReview(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Flag/ }).click();
  await dialog(page).getByLabel("A typo").check();
  await dialog(page).getByLabel("Note, if you like").fill("A word is missing.");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByRole("alert")).toHaveText(/^This was not sent: the server cannot be reached/);
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("button", { name: /^Flag/ }).click();
  await expect(dialog(page).getByLabel("Note, if you like")).toHaveValue("A word is missing.");
  await expect(dialog(page).getByLabel("A typo")).toBeChecked();
  await dialog(page).getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("button", { name: "Flagged" })).toBeVisible();
});

test("an author decides by keyboard alone, and the reader reads what became of the flag", async ({ page, browser }) => {
  await newAccount(page);
  const note = `Not clear to reader ${process.pid}.`;
  await flagOnPage(page, note);
  await expect(page.getByText(/^You flagged this on .*waiting for an author\.$/)).toBeVisible();

  const other = await browser.newContext();
  const desk = await other.newPage();
  await newAccount(desk, "AUTHOR");
  await visit(desk, "/studio/flags");
  const item = desk.locator("[data-flag]").filter({ hasText: note });
  await expect(item).toContainText("the current one");
  const count = await desk.locator("[data-flag]").count();
  for (let step = 0; step < count && !(await item.evaluate((element) => element === document.activeElement)); step += 1) await desk.keyboard.press("j");
  await desk.keyboard.press("d");
  await expect(desk.getByLabel("Why nothing changes")).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(item.getByRole("alert")).toHaveText("Tell the reader why nothing changes.");
  await desk.keyboard.type("It is said in the answer.");
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("The flag is dismissed.")).toBeVisible();
  await expect(item).toBeHidden();
  await desk.getByRole("link", { name: "Decided" }).click();
  await expect(desk.getByText("Told: It is said in the answer.").first()).toBeVisible();
  await other.close();

  await page.reload();
  await expect(page.getByText(/nothing was changed\. It is said in the answer\.$/)).toBeVisible();
});

test("of two authors the second is told what the first decided", async ({ page, browser, guard }) => {
  guard.allow(/409/);
  const note = `Decided twice ${process.pid}.`;
  await flagOnPage(page, note);
  const address = await newAccount(page, "AUTHOR");
  const other = await browser.newContext();
  const second = await other.newPage();
  second.on("console", () => undefined);
  await newAccount(second, "AUTHOR");
  for (const one of [page, second]) {
    await visit(one, "/studio/flags");
    await one.locator("[data-flag]").filter({ hasText: note }).getByRole("button", { name: "Accept" }).click();
  }
  await page.getByRole("button", { name: "Accept the flag" }).click();
  await expect(page.getByText("The flag is accepted.")).toBeVisible();
  await second.getByRole("button", { name: "Accept the flag" }).click();
  await expect(second.getByText(`${address} accepted this flag meanwhile.`)).toBeVisible();
  await other.close();
});

test("axe finds nothing at the flags", async ({ page }) => {
  test.setTimeout(180_000);
  await newAccount(page, "AUTHOR");
  await flagOnPage(page, "A note that is in the inbox.");
  const faults = await faultsOf(page, "a card that was flagged");
  await page.getByRole("button", { name: "Flag a problem" }).click();
  await dialog(page).getByRole("button", { name: "Send" }).click();
  faults.push(...(await faultsOf(page, "the dialog")));
  await visit(page, "/studio/flags");
  await page.getByRole("button", { name: "Dismiss" }).first().click();
  await page.getByRole("button", { name: "Dismiss the flag" }).click();
  faults.push(...(await faultsOf(page, "the inbox")));
  await visit(page, "/studio/flags?tab=history");
  faults.push(...(await faultsOf(page, "the decided ones")));
  expect(faults).toEqual([]);
});
