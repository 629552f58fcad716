import { answer, cardOf, expect, openReview, questionOf, ready, test, visit } from "./browser.ts";

test("a visitor answers a first card with two clicks, without an account", async ({ page }) => {
  await visit(page, "/");
  await expect(page.getByRole("heading", { level: 2, name: /three lines are typed at the prompt/ })).toBeVisible();
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: /^Good/ }).click();
  await expect(page.getByRole("heading", { name: "Saved on this device" })).toBeFocused();
  await expect(page.getByText("This card comes back in 1 day.")).toBeVisible();
});

test("a typed output is compared with the real one and suggests a grade", async ({ page }) => {
  await visit(page, "/");
  await page.getByLabel("What does Python 3.14 print?").fill("True");
  await page.getByRole("button", { name: "Check my answer" }).click();
  await expect(page.getByText("Not yet: line 1 differs.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Again,.* suggested/ })).toBeVisible();

  await page.reload();
  await ready(page);
  await page.getByLabel("What does Python 3.14 print?").fill("False  \n");
  await page.getByLabel("What does Python 3.14 print?").press("Control+Enter");
  await expect(page.getByText("Your answer is what Python 3.14 prints.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Good,.* suggested/ })).toBeVisible();
});

test("the first card can be taken back and graded again", async ({ page }) => {
  await visit(page, "/");
  await answer(page, "Easy");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^Again/ }).click();
  await expect(page.getByRole("heading", { name: "Saved on this device" })).toBeVisible();
});

test("what a visitor answered is not asked again after a reload", async ({ page }) => {
  await openReview(page);
  const first = await cardOf(page);
  await answer(page, "Good");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  const second = await cardOf(page);
  await page.reload();
  await expect(questionOf(page)).toHaveAttribute("id", second);
});

test("a program is repaired, run with the card's checks, and passes", async ({ page }) => {
  await openReview(page);
  const editor = page.getByLabel(/^Your program, run as Python/);
  const next = page.getByRole("button", { name: "Show the answer" });
  for (let card = 0; card < 20 && (await editor.count()) === 0; card += 1) {
    await answer(page, "Easy");
    await expect(next).toBeVisible();
  }
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByText(/^Not yet: your program/)).toBeVisible();

  await next.click();
  await expect(page.getByRole("button", { name: /^Again,.* suggested/ })).toBeVisible();
  const question = await cardOf(page);
  const fixed = (await page.getByRole("region", { name: "Answer" }).locator("pre").first().textContent()) ?? "";
  await page.getByRole("button", { name: /^Again/ }).click();
  // It comes again in the same sitting, after three others.
  for (let card = 0; card < 3; card += 1) {
    await expect(questionOf(page)).not.toHaveAttribute("id", question);
    await answer(page, "Easy");
  }
  await expect(questionOf(page)).toHaveAttribute("id", question);
  await editor.fill(fixed);
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByText("It passes all checks of this card.")).toBeVisible();
});

test("a program that never ends is stopped, and the page goes on", async ({ page }) => {
  await openReview(page);
  const editor = page.getByLabel(/^Your program, run as Python/);
  for (let card = 0; card < 20 && (await editor.count()) === 0; card += 1) {
    await answer(page, "Easy");
    await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  }
  await editor.fill("while True:\n    pass");
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByText(/^It could not be judged:/)).toBeVisible();
  await answer(page, "Again");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
});
