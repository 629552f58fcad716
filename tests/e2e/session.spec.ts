import type { Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { cardOf, expect, openReview, questionOf, newAccount, synced, test, visit } from "./browser.ts";

/** What a screen reader would say of the element that has the focus: its role and name; "nothing" for the page itself. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "nothing";
    const label = element.getAttribute("aria-label") ?? (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.innerText : element.innerText);
    return `${element.tagName.toLowerCase()} ${label?.split("\n")[0]?.trim() ?? ""}`;
  });

/** Whether something that stays in its place covers the element that has the focus (WCAG 2.4.11), or it comes before the one before it in the page. */
const faultOfFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const before = Reflect.get(window, "focusedBefore") as Element | undefined;
    Reflect.set(window, "focusedBefore", element);
    if (before?.isConnected && (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0) return `${element.innerText} comes before what had the focus before it`;
    const { left, top, width, height } = element.getBoundingClientRect();
    const shown = document.elementFromPoint(left + Math.min(width / 2, 8), top + Math.min(height / 2, 8));
    return shown === null || element.contains(shown) || shown.contains(element) ? null : `${element.innerText} is covered by ${shown.className}`;
  });

/** Presses Tab until an element is reached whose description matches; what was reached on the way. */
async function tabTo(page: Page, wanted: RegExp): Promise<string[]> {
  const way: string[] = [];
  await page.evaluate(() => Reflect.set(window, "focusedBefore", document.activeElement));
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    way.push(here);
    expect(await faultOfFocus(page)).toBeNull();
    if (wanted.test(here)) return way;
  }
  throw new Error(`Tab did not reach ${wanted}, but: ${way.join(" | ")}`);
}

test("a whole sitting needs Tab and Enter alone, in the order in which it reads, and nothing that has the focus is covered", async ({ page, context, baseURL }) => {
  test.setTimeout(180_000);
  await newAccount(page);
  await context.addCookies([{ name: "heapwise.keys", value: "off", url: baseURL ?? "" }]);
  await openReview(page);
  await page.getByRole("main").focus();
  for (let card = 0; card < 6; card += 1) {
    const question = await cardOf(page);
    await tabTo(page, /^button (Show the answer|Check my answer)/);
    // No single key does anything.
    await page.keyboard.press("4");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Answer", exact: true })).toBeFocused();
    expect(await cardOf(page)).toBe(question);
    const way = await tabTo(page, /^button Easy/);
    expect(way.slice(-4).map((one) => one.split(",")[0])).toEqual(["button Again", "button Hard", "button Good", "button Easy"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    if (card < 5) await expect(questionOf(page)).toBeFocused();
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  await synced(context, page);
});

/** What stands in the main part, in the order in which a screen reader comes to it. */
const readOut = (page: Page): Promise<string> => page.getByRole("main").ariaSnapshot();

function expectInOrder(text: string, parts: readonly RegExp[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.slice(from).search(part);
    expect(at, `${part} after ${from} in\n${text}`).toBeGreaterThanOrEqual(0);
    from += at;
  }
}

const KIND_FIELDS: Readonly<Record<string, RegExp>> = {
  "Predict the output": /textbox "What does Python 3\.\d+ print\?"/,
  "Fix the bug": /textbox "Your program, run as Python 3\.\d+"[\s\S]*button "Run the checks"/,
  Recall: /Say it aloud, or in your head/,
  Explain: /Say it aloud, or in your head/,
};

test("each kind of card reads as question, field, confidence, answer, grades, and axe finds nothing in any of its states", async ({ page }) => {
  test.setTimeout(240_000);
  await openReview(page);
  const faults: string[] = [];
  const met = new Set<string>();
  for (let card = 0; card < 20 && met.size < 4; card += 1) {
    const kind = (await page.getByRole("main").locator("article p").first().innerText()).match(/Predict the output|Fix the bug|Recall|Explain/)?.[0] ?? "";
    const isNew = !met.has(kind);
    if (isNew) {
      expectInOrder(await readOut(page), [/\d+ of \d+/, /button "Flag/, /button "This card: skip, suspend and more"/, /button "Keys and help"/, /heading .*\[level=1\]/, KIND_FIELDS[kind] ?? /never/, /group "How sure are you\?"/, /button "(Show the answer|Check my answer)"/]);
      faults.push(...(await faultsOf(page, `the question of a card: ${kind}`, [390])));
    }
    await page.getByRole("button", { name: "Show the answer" }).click();
    await expect(page.getByRole("heading", { name: "Answer", exact: true })).toBeFocused();
    if (isNew) {
      const rubric = kind === "Recall" || kind === "Explain" ? [/group "Which of these did you say\?"/, /checkbox/] : [];
      expectInOrder(await readOut(page), [/heading .*\[level=1\]/, /heading "Answer" \[level=2\]/, ...rubric, /heading "Proof" \[level=3\]/, /heading "Sources" \[level=3\]/, /group "How well did you know it\?"/, /button "Again/, /button "Hard/, /button "Good/, /button "Easy/]);
      faults.push(...(await faultsOf(page, `the answer of a card: ${kind}`, [390])));
      met.add(kind);
    }
    await page.getByRole("button", { name: /^Easy/ }).click();
    await expect(questionOf(page)).toBeFocused();
  }
  expect([...met].sort()).toEqual(["Explain", "Fix the bug", "Predict the output", "Recall"]);
  await page.getByRole("button", { name: "This card: skip, suspend and more" }).click();
  faults.push(...(await faultsOf(page, "what can be done with a card")));
  await page.keyboard.press("Escape");
  expect(faults).toEqual([]);
});

test("keys that were chosen work, dates can be hidden, and answers can be said aloud", async ({ page }) => {
  await visit(page, "/settings");
  await page.getByText("Choose the keys").click();
  const good = page.getByLabel("Good", { exact: true });
  await good.fill("f");
  await expect(page.getByText("The same key as for: Good.")).toBeVisible();
  await good.fill("j");
  await expect(page.getByText(/The same key as for/)).toHaveCount(0);
  await page.getByLabel("Say on each grade when the card comes back").uncheck();
  await page.getByLabel("I say my answers aloud").check();
  await page.getByRole("button", { name: "Save for this browser" }).click();
  await expect(page.getByText("Saved for this browser.")).toBeVisible();
  await openReview(page);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText(/^Say it aloud/)).toBeVisible();
  const first = await cardOf(page);
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Fairly sure" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" }).getByRole("row", { name: /^j Good/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Good", exact: true })).toBeVisible();
  await expect(page.getByRole("group", { name: "Which of these did you say?" })).toBeVisible();
  await page.keyboard.press("3");
  await expect(questionOf(page)).toHaveAttribute("id", first);
  await page.keyboard.press("j");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  const kept = await page.evaluate(() => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith("heapwise.log.") ? [JSON.parse(text) as { grade: number; confidence: number }] : [])));
  expect(kept).toMatchObject([{ grade: 4, confidence: 65 }]);
});

test("with two grades there are two buttons, and the keys of the others do nothing", async ({ page }) => {
  await visit(page, "/settings");
  await page.getByLabel("Two grades: Again and Good").check();
  await page.getByRole("button", { name: "Save for this browser" }).click();
  await expect(page.getByText("Saved for this browser.")).toBeVisible();
  await openReview(page);
  const first = await cardOf(page);
  await page.getByRole("button", { name: /^(Show the|Check my) answer$/ }).click();
  await expect(page.getByRole("group", { name: "How well did you know it?" }).getByRole("button")).toHaveText([/^Again/, /^Good/]);
  await page.keyboard.press("4");
  await page.keyboard.press("2");
  await expect(questionOf(page)).toHaveAttribute("id", first);
  await page.keyboard.press("3");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
});

test("a card is skipped, suspended and begun anew, each is taken back, after a reload too, and a suspended one is resumed on its page", async ({ page, context }) => {
  await newAccount(page);
  await openReview(page);
  const first = await cardOf(page);
  await page.keyboard.press("s");
  await expect(questionOf(page)).not.toHaveAttribute("id", first);
  const second = await cardOf(page);
  await page.getByRole("button", { name: "This card: skip, suspend and more" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Suspend/ }).click();
  await expect(questionOf(page)).not.toHaveAttribute("id", second);
  await synced(context, page);
  await page.reload();
  await expect(page.getByText("0 of 6")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(questionOf(page)).toHaveAttribute("id", second);
  await page.keyboard.press("u");
  await expect(questionOf(page)).toHaveAttribute("id", first);
  await expect(page.getByText("0 of 8")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  await page.keyboard.press("x");
  await expect(questionOf(page)).toHaveAttribute("id", second);
  await synced(context, page);
  await visit(page, `/library/${first.replace(/^question-/, "")}`);
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Resume the card" }).click();
  await expect(page.getByText("How well did you know it?")).toBeVisible();
  await synced(context, page);
  await page.goto("/review");
  await expect(page.getByText("0 of 6")).toBeVisible();
});
