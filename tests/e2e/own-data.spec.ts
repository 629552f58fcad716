import { faultsOf } from "./axe.ts";
import { answer, expect, openReview, signIn, newAccount, test, visit } from "./browser.ts";

test("a learner sees where to go on, rests, takes everything away, lets a program read it, and deletes the account", async ({ page, request, guard }) => {
  test.setTimeout(180_000);
  const email = await newAccount(page);
  await visit(page, "/progress");
  await expect(page.getByText("After your first answers this page says what to do next")).toBeVisible();
  await openReview(page);
  await answer(page, "Good");
  await answer(page, "Good");
  await expect.poll(async () => {
    await visit(page, "/progress");
    return page.getByText("Days studied of the last 30: 1").count();
  }).toBe(1);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => details.setAttribute("open", "")));
  await expect(page.getByRole("region", { name: "Answers by study day" }).getByRole("row")).toHaveCount(2);
  expect(await faultsOf(page, "progress with answers")).toEqual([]);

  await visit(page, "/settings/pace");
  await page.getByLabel("Sunday").check();
  await page.getByRole("button", { name: "Save the rest days" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  const today = (await page.getByLabel("First day").getAttribute("min")) ?? "";
  await page.getByLabel("First day").fill(today);
  await page.getByLabel("Last day").fill(today);
  await page.getByRole("button", { name: "Add the break" }).click();
  await expect(page.getByRole("button", { name: /^Remove/ })).toBeVisible();
  await visit(page, "/");
  await expect(page.getByText("nothing is asked")).toBeVisible();
  await visit(page, "/settings/pace");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);

  await visit(page, "/settings/data");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Everything, as JSON" }).click();
  expect((await download).suggestedFilename()).toMatch(/^heapwise-\d{4}-\d{2}-\d{2}\.json$/);
  await page.getByRole("button", { name: "Make an address" }).click();
  const calendar = await page.getByLabel(/^Your calendar.s address/).inputValue();
  expect(await (await request.get(new URL(calendar).pathname)).text()).toContain("BEGIN:VCALENDAR");
  await page.getByLabel("Name of the new token").fill("status line");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByLabel(/^Your new token/).inputValue();
  const me = await request.get("/api/v1/me", { headers: { authorization: `Bearer ${token}` } });
  expect([me.status(), (await me.json()).newPerDay]).toEqual([200, 6]);
  expect(await faultsOf(page, "your data")).toEqual([]);

  guard.allow(/401/);
  await page.getByLabel("Your password").fill("a long enough password");
  await page.getByRole("button", { name: "Delete my account in 7 days" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  expect((await request.get("/api/v1/me", { headers: { authorization: `Bearer ${token}` } })).status()).toBe(401);
  expect((await request.get(new URL(calendar).pathname)).status()).toBe(404);
  await signIn(page, email);
  await expect(page.getByText("will be deleted on")).toBeVisible();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByText("will be deleted on")).toHaveCount(0);
});

test("a visitor tests out: the twelve prompts are answered as any cards are", async ({ page }) => {
  await visit(page, "/");
  await page.getByRole("link", { name: /Test out with 12 prompts/ }).click();
  await expect(page.getByText("12 prompts, a topic each")).toBeVisible();
  await answer(page, "Easy");
  await answer(page, "Again");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
});
