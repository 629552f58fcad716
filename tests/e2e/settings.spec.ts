import { cardOf, expect, openReview, questionOf, newAccount, test, visit } from "./browser.ts";

test("a study day is set and kept, and the plan follows it", async ({ page }) => {
  await newAccount(page);
  await visit(page, "/settings");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByLabel("A new day begins at").selectOption("2");
  await page.getByLabel("Python version").selectOption("3.12");
  await page.getByRole("button", { name: "Save the study day" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.getByLabel("New cards a day").fill("3");
  await page.getByLabel("Reviews a day, at most").fill("25");
  await page.getByLabel(/^FSRS-6/).check();
  await page.getByLabel(/^Recall aimed at/).fill("95");
  const expectation = page.getByRole("region", { name: "What to expect" });
  await expect(expectation).toContainText(/answers a day over the next 30 days.*With what is saved now/);
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByText("The plan is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^FSRS-6/)).toBeChecked();
  await expect(page.getByLabel("Recall aimed at: 95 %")).toHaveValue("95");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await expect(page.getByLabel("A new day begins at")).toHaveValue("2");
  await expect(page.getByLabel("Reviews a day, at most")).toHaveValue("25");
  await expect(page.getByLabel("Python version")).toHaveValue("3.12");
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "3 cards today" })).toBeVisible();
});

test("the chosen colours are in the page before any script runs", async ({ page, request, context }) => {
  await visit(page, "/settings");
  await page.getByLabel("Dark").check();
  await page.getByRole("button", { name: "Save for this browser" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(await (await request.get("/review", { headers: { cookie } })).text()).toContain('data-theme="dark"');
  // A page that is the same for everybody takes the theme on in the browser.
  await visit(page, "/library/257-at-the-prompt");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await visit(page, "/settings");
  await page.getByLabel("As the system").check();
  await page.getByRole("button", { name: "Save for this browser" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
});

test("single keys can be switched off; the keys with Ctrl stay", async ({ page }) => {
  await visit(page, "/settings");
  await page.getByLabel(/^Single keys in the review/).uncheck();
  await page.getByRole("button", { name: "Save for this browser" }).click();
  await expect(page.getByText("Saved for this browser.")).toBeVisible();
  await openReview(page);
  const question = await cardOf(page);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await page.keyboard.press("3");
  await expect(questionOf(page)).toHaveAttribute("id", question);
});
