import { faultsOf } from "./axe.ts";
import { answer, cardOf, expect, openReview, questionOf, signUp, synced, test, visit } from "./browser.ts";

/** One card of each kind, by ids that are found as they stand. */
const EACH_KIND = { predict: "forty-tokens", recall: "number-of-workers", explain: "first-question-of-a-design", fix: "rows-all-at-once" } as const;
const ALL_KINDS = Object.values(EACH_KIND).map((id) => `"${id}"`).join(" or ");

const kinds = (): unknown[] => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith("heapwise.log.") ? [(JSON.parse(text) as { kind: string }).kind] : []));

test("cards of all four kinds are chosen and drilled by keyboard alone, undone, gone on with after a reload, and no card's day moves", async ({ page, context }) => {
  test.setTimeout(120_000);
  await signUp(page);
  await visit(page, "/review/drill");
  expect(await faultsOf(page, "the choice of a drill")).toEqual([]);
  await page.getByLabel("Which cards").focus();
  await page.keyboard.type(ALL_KINDS);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "4 cards fit" })).toBeVisible();
  await page.getByRole("link", { name: "Drill all 4" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("0 of 4")).toBeVisible();
  const seen = new Set<string>();
  for (let turn = 0; turn < 5; turn += 1) {
    seen.add(await cardOf(page));
    await page.keyboard.press("Space");
    await expect(page.getByRole("heading", { name: "Answer", exact: true })).toBeFocused();
    await expect(page.getByRole("button", { name: /^Good(, suggested)?$/ })).toBeVisible();
    await page.keyboard.press(turn === 0 ? "1" : "3");
    // The card that was missed comes again at the end.
    if (turn < 4) await expect(questionOf(page)).toBeFocused();
  }
  expect(seen.size).toBe(4);
  await expect(page.getByRole("heading", { name: "Drill finished" })).toBeFocused();
  await expect(page.getByText("5 answers to 4 cards.")).toBeVisible();
  expect(await faultsOf(page, "the end of a drill")).toEqual([]);
  await synced(context, page);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Drill finished" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("button", { name: /^Good(, suggested)?$/ })).toBeVisible();
  await page.keyboard.press("4");
  await expect(page.getByRole("heading", { name: "Drill finished" })).toBeVisible();
  await synced(context, page);
  // All that is asked today is asked as if nothing had been drilled.
  await openReview(page);
  await expect(page.getByText("0 of 6")).toBeVisible();
});

test("a drill says why it has no cards, and a visitor's answers to it are kept on the device as such", async ({ page }) => {
  await visit(page, "/review/drill?q=is%3Aleech");
  await expect(page.getByText(/only when you are signed in/)).toBeVisible();
  await visit(page, "/review/drill?q=topic%3Agil+nosuchword");
  await expect(page.getByRole("heading", { name: "Nothing to drill" })).toBeVisible();
  await page.goto("/review/drill/run?q=topic%3Agil+nosuchword");
  await expect(page).toHaveURL(/\/review\/drill\?q=topic%3Agil\+nosuchword/);
  await visit(page, "/library?topic=gil");
  await page.getByRole("link", { name: "Drill them" }).click();
  await page.getByRole("link", { name: /^Drill \d+ of them|^Drill all/ }).click();
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  const first = await cardOf(page);
  await page.keyboard.press("s");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  await answer(page, "Good");
  await expect.poll(() => page.evaluate(kinds)).toEqual(["cram"]);
});

test("two tabs of one account neither lose nor double an answer", async ({ page, context }) => {
  await signUp(page);
  await openReview(page);
  const other = await context.newPage();
  await openReview(other);
  const [first, same] = [await cardOf(page), await cardOf(other)];
  expect(same).toBe(first);
  // The card on both screens, answered in both: one counts, the other is kept. The next one is answered in one and leaves the other.
  await answer(page, "Good");
  await answer(other, "Hard");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  await answer(page, "Good");
  await synced(context, page);
  await synced(context, other);
  const log = (await (await page.request.get("/api/account/export?format=json")).json()) as { events: readonly { id: string; cardId: string; kind: string }[] };
  expect(log.events).toHaveLength(3);
  expect(new Set(log.events.map(({ id }) => id)).size).toBe(3);
  await other.close();
});

test("two devices that were offline at once neither lose nor double an answer", async ({ page, context, browser, baseURL, guard }) => {
  guard.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  await signUp(page);
  const phone = await browser.newContext({ baseURL: baseURL ?? "", serviceWorkers: "block", storageState: await context.storageState() });
  const there = await phone.newPage();
  await openReview(page);
  await openReview(there);
  await Promise.all([context.setOffline(true), phone.setOffline(true)]);
  for (let card = 0; card < 3; card += 1) await answer(page, "Good");
  for (let card = 0; card < 2; card += 1) await answer(there, "Easy");
  await Promise.all([context.setOffline(false), phone.setOffline(false)]);
  await synced(context, page);
  await synced(phone, there);
  const log = (await (await page.request.get("/api/account/export?format=json")).json()) as { events: readonly { id: string; cardId: string }[] };
  expect([log.events.length, new Set(log.events.map(({ id }) => id)).size, new Set(log.events.map(({ cardId }) => cardId)).size]).toEqual([5, 5, 3]);
  await openReview(page);
  await expect(page.getByText("0 of 3")).toBeVisible();
  await phone.close();
});
