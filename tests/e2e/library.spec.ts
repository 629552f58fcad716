import { expect, test, visit } from "./browser.ts";

test("a search is in the address and finds cards by their words", async ({ page }) => {
  await visit(page, "/library");
  await page.getByLabel("Search").fill("garbage COLLECTOR");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/[?&]q=garbage\+COLLECTOR/);
  const hits = page.getByRole("main").locator("li a");
  const found = await hits.count();
  await visit(page, "/library");
  expect(await hits.count()).toBeGreaterThan(found);
});

test("topic, kind, level and version narrow the list, and the address alone brings it back", async ({ page }) => {
  await visit(page, "/library?topic=small-ints&kind=predict&level=2&version=3.15");
  await expect(page.getByLabel("Topic")).toHaveValue("small-ints");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([/^Small integers/]);
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
  await page.getByLabel("Level").selectOption("4");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toHaveCount(0);
});

test("a search without hits says so and leads back to all cards", async ({ page }) => {
  await visit(page, "/library?q=100%25_zzz");
  await expect(page.getByText("Nothing fits.")).toBeVisible();
  await page.getByRole("link", { name: "see all cards" }).click();
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
});

test("a card's programs run in the browser, in the version of choice", async ({ page }) => {
  await visit(page, "/library/257-at-the-prompt");
  await page.getByText("Show the answer").click();
  for (const [version, printed] of [["3.14", "False"], ["3.15", "True"]] as const) {
    await page.getByLabel("in Python").selectOption(version);
    await page.getByRole("button", { name: "Run it here" }).click();
    const results = page.getByRole("status").filter({ hasText: `Run in this browser as Python ${version}` });
    await expect(results).toBeVisible();
    await expect(results.getByText("The question, at the prompt: held")).toBeVisible();
    await expect(results.locator("pre").first()).toHaveText(printed);
    await expect(results.getByText(/did not hold|stopped|not supported/)).toHaveCount(0);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a card is read with its answer, its reasons and its sources", async ({ page }) => {
    await page.goto("/library/257-at-the-prompt");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The best-known question about is");
    await expect(page.getByText("At the prompt every line is compiled by itself")).toBeHidden();
    await page.getByText("Show the answer").click();
    await expect(page.getByText("At the prompt every line is compiled by itself")).toBeVisible();
    await expect(page.getByText("Python/compile.c, merging of constants")).toBeVisible();
  });

  test("the library is searched by its form", async ({ page }) => {
    await page.goto("/library");
    await page.getByLabel("Search").fill("best-known question");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
  });
});

test("a card that does not exist is a page that says so, with the status 404", async ({ page, guard }) => {
  guard.allow(/404/);
  const answer = await page.goto("/library/no-such-card");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
