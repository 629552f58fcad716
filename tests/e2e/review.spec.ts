import { answer, cardOf, expect, openReview, questionOf, newAccount, synced, test, visit } from "./browser.ts";

const keptEvents = () => Object.keys(localStorage).filter((key) => key.startsWith("heapwise.log.")).length;

test("a whole sitting needs nothing but the keyboard, and the focus follows it", async ({ page, context }) => {
  await newAccount(page);
  await openReview(page);
  for (let card = 0; card < 6; card += 1) {
    await page.keyboard.press("Space");
    await expect(page.getByRole("heading", { name: "Answer", exact: true })).toBeFocused();
    await page.keyboard.press(card === 0 ? "4" : "3");
    await expect(questionOf(page)).toBeFocused();
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByText("6 answers to 6 cards.")).toBeVisible();
  await expect(page.getByText(/^Tomorrow from 4:00: 6 cards of today/)).toBeVisible();
  await synced(context, page);
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "Nothing due" })).toBeVisible();
});

test("undo takes the last grade back, on the last screen too, and the server knows", async ({ page, context }) => {
  await newAccount(page);
  await openReview(page);
  const first = await cardOf(page);
  await answer(page, "Easy");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  await page.keyboard.press("u");
  await expect(questionOf(page)).toHaveAttribute("id", first);
  await page.getByRole("button", { name: /^Hard/ }).click();
  for (let card = 0; card < 6; card += 1) await answer(page, "Good");
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  const last = page.getByRole("button", { name: /^Undo/ });
  await last.click();
  await expect(page.getByRole("button", { name: /^Good/ })).toBeVisible();
  await synced(context, page);
  await visit(page, "/");
  await expect(page.getByRole("heading", { name: "1 card today" })).toBeVisible();
});

test("a key for a grade does nothing before the answer is shown", async ({ page }) => {
  await openReview(page);
  const question = await cardOf(page);
  await page.keyboard.press("3");
  await page.keyboard.press("u");
  await expect(questionOf(page)).toHaveAttribute("id", question);
  expect(await page.evaluate(keptEvents)).toBe(0);
});

test("keys typed as fast as they can be are each one grade of the card on the screen", async ({ page }) => {
  await openReview(page);
  // The second 3 comes when the next question is on the screen, and must do nothing.
  for (let card = 0; card < 10; card += 1) for (const key of ["Space", "3", "3"]) await page.keyboard.press(key);
  const cards = await page.evaluate(() => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith("heapwise.log.") ? [(JSON.parse(text) as { cardId: string }).cardId] : [])));
  expect(cards).toHaveLength(10);
  expect(new Set(cards).size).toBe(10);
});

test("without a connection answers wait on this device and are sent when it is back", async ({ page, context, guard }) => {
  guard.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  await newAccount(page);
  await openReview(page);
  await context.setOffline(true);
  await answer(page, "Good");
  await answer(page, "Good");
  await expect(page.getByText("2 waiting, saved on this device")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/waiting/)).toHaveCount(0);
  await synced(context, page);
  await page.reload();
  await expect(page.getByText("0 of 4")).toBeVisible();
});

test("answers that wait when a session has ended are sent after signing in again", async ({ page, context, guard }) => {
  guard.allow(/401/);
  const email = await newAccount(page);
  await openReview(page);
  await context.clearCookies();
  await answer(page, "Good");
  await expect(page.getByText("1 waiting, saved on this device. Sign in to send them.")).toBeVisible();
  await visit(page, "/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
  await synced(context, page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "5 cards today" })).toBeVisible();
});

test("a page that is older than the server keeps its answers, says to reload, and sends them then (H55)", async ({ page, context, guard }) => {
  guard.allow(/426/);
  await newAccount(page);
  await openReview(page);
  // The server of a later release: it reads nothing of what this page sends.
  await page.route("**/api/reviews", (route) => route.fulfill({ status: 426, json: { error: { code: "outdated", message: "Reload the page." } } }));
  await answer(page, "Good");
  await expect(page.getByText("1 waiting, saved on this device. Heapwise was updated: reload the page to send them.")).toBeVisible();
  await page.unroute("**/api/reviews");
  await page.reload();
  await synced(context, page);
  await expect(page.getByText(/waiting/)).toHaveCount(0);
});

test("help lists the keys, and gives the focus back", async ({ page }) => {
  await openReview(page);
  const help = page.getByRole("button", { name: "Keys and help" });
  await help.click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test("the bar of grades keeps its place and size, with targets of 48 pixels and more", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openReview(page);
  const show = page.getByRole("button", { name: "Show the answer" });
  const before = await show.boundingBox();
  await show.click();
  const boxes = await Promise.all(["Again", "Hard", "Good", "Easy"].map((grade) => page.getByRole("button", { name: new RegExp(`^${grade}`) }).boundingBox()));
  for (const box of boxes) {
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.width).toBeGreaterThanOrEqual(48);
    expect(box?.y).toBe(before?.y);
    expect(box?.height).toBe(before?.height);
  }
});
