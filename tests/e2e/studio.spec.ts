import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

async function becomeAdmin(page: Page): Promise<void> {
  await newAccount(page, "ADMIN");
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not reach it.");
}

const source = (page: Page) => page.getByRole("textbox", { name: "Source of the card" });
const checks = (page: Page) => page.getByRole("region", { name: "Checks" }).getByRole("status");

/** The same backwards. */
async function tabBackTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Shift+Tab");
  }
  throw new Error("Shift+Tab does not reach it.");
}

/** Replaces the whole text of the editor, which has the focus. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** A card's text; each has a question of its own, as like questions are pointed out. */
function cardText(id: string, assertion: string): string {
  return `---
id: ${id}
topic: identity
title: A card written in a browser
kind: recall
level: 2
seconds: 45
versions: 3.13-3.14
evidence: proven
claims: []
sources:
  - Language reference
reviewed_on: 2026-11-22
rubric:
  - one point
  - another point
---

What does ${id.replaceAll("-", " ")} ask of its reader?

## Answer

Nothing but attention.

## Why

Because it was written in a test.

## Proof

\`\`\`python
${assertion}
\`\`\`
`;
}

test("the studio does not exist for a learner, and asks a visitor to sign in", async ({ page, guard }) => {
  guard.allow(/404/);
  await page.goto("/studio");
  await expect(page).toHaveURL(/\/login/);
  await newAccount(page);
  for (const path of ["/studio", "/studio/new", "/studio/cards/bound-methods", "/studio/cards/bound-methods/revisions"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});

/** Opens the panel of publishing and puts the text up for review, by keyboard. */
async function askForReview(page: Page): Promise<void> {
  const publish = page.getByRole("button", { name: "Publish", exact: true });
  await tabBackTo(page, publish);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Ask for a review" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^In review since .* Another author publishes it or gives it back\.$/)).toBeVisible();
}

test("a card is written, given back, repaired, published by another author, restored and exported by keyboard alone", async ({ page, browser }) => {
  test.setTimeout(300_000);
  const id = `written-by-keyboard-${Date.now()}`;
  await becomeAdmin(page);
  const other = await browser.newContext();
  const reader = await other.newPage();
  await becomeAdmin(reader);
  await visit(page, "/studio");
  await tabTo(page, page.getByRole("link", { name: "New card" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "New card" })).toBeVisible();
  await tabTo(page, page.getByLabel("Id"));
  await page.keyboard.type(id);
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/\/studio\/drafts\//);
  await expect(source(page)).toContainText(id);
  await tabTo(page, source(page));
  await write(page, cardText(id, "assert len([1]) == 2"));
  await expect(checks(page)).toHaveText("No errors. 2 of 2 runs do not hold.", { timeout: 30_000 });
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  // Tab leaves the editor; back to the buttons above it.
  await page.keyboard.press("Shift+Tab");
  await expect(source(page)).not.toBeFocused();
  await askForReview(page);

  const draft = new URL(page.url()).pathname;
  await visit(reader, draft);
  const publishButton = reader.getByRole("button", { name: "Publish", exact: true });
  await tabTo(reader, publishButton);
  await reader.keyboard.press("Enter");
  await tabTo(reader, reader.getByRole("button", { name: "Publish the card" }));
  await reader.keyboard.press("Enter");
  await expect(reader.getByText("Not published. Your draft is kept.")).toBeVisible({ timeout: 60_000 });
  await expect(reader.getByText(/proof 1 does not hold in Python 3\.13-3\.14/)).toBeVisible();
  await tabBackTo(reader, reader.getByLabel("What is to be changed"));
  await reader.keyboard.type("The proof fails.");
  await tabTo(reader, reader.getByRole("button", { name: "Give it back" }));
  await reader.keyboard.press("Enter");
  await expect(reader.getByText("A reviewer gave this text back: The proof fails.")).toBeVisible();

  await visit(page, draft);
  await expect(page.getByText("A reviewer gave this text back: The proof fails.")).toBeVisible();
  await tabTo(page, source(page));
  await write(page, cardText(id, "assert len([1]) == 1"));
  await expect(checks(page)).toHaveText("No errors. All 2 runs hold.", { timeout: 30_000 });
  await askForReview(page);
  await visit(reader, draft);
  await tabTo(reader, publishButton);
  await reader.keyboard.press("Enter");
  await tabTo(reader, reader.getByRole("button", { name: "Publish the card" }));
  await reader.keyboard.press("Enter");
  await expect(reader).toHaveURL(new RegExp(`/studio/cards/${id}\\?published=1`), { timeout: 60_000 });
  await expect(reader.getByText("Published as revision 1.").first()).toBeVisible();
  await visit(page, "/library?q=written+in+a+browser");
  await expect(page.getByRole("link", { name: /A card written in a browser/ }).first()).toBeVisible();

  await visit(page, `/studio/cards/${id}`);
  await tabTo(page, source(page));
  await write(page, cardText(id, "assert len([1]) == 1").replace("Nothing but attention", "Attention alone"));
  await askForReview(page);
  await visit(reader, `/studio/cards/${id}`);
  await tabTo(reader, publishButton);
  await reader.keyboard.press("Enter");
  await tabTo(reader, reader.getByRole("radio", { name: /^Typo/ }));
  await reader.keyboard.press("ArrowDown");
  await expect(reader.getByRole("radio", { name: /^Clarify/ })).toBeChecked();
  await tabTo(reader, reader.getByRole("button", { name: "Publish the change" }));
  await reader.keyboard.press("Enter");
  await expect(reader).toHaveURL(/published=2/, { timeout: 60_000 });
  await other.close();

  await visit(page, `/studio/cards/${id}/revisions`);
  await expect(page.getByText("From revision 1 to revision 2")).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /^Typo/ }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Restore it as a new revision" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "Revision 3:" })).toContainText("(current)", { timeout: 60_000 });

  await visit(page, `/studio/cards/${id}`);
  await tabTo(page, page.getByRole("link", { name: "Export", exact: true }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe(`${id}.md`);
  expect(readFileSync(await download.path(), "utf8")).toBe(cardText(id, "assert len([1]) == 1"));
});

test("a program that does not end is stopped at its block, while the editor goes on taking keys", async ({ page }) => {
  test.setTimeout(120_000);
  await becomeAdmin(page);
  await visit(page, "/studio/cards/bound-methods");
  await source(page).click();
  await write(page, cardText("bound-methods", "while True:\n    pass\nassert len([1]) == 1"));
  await expect(page.getByRole("region", { name: "Checks" }).getByText(/proof 1: /)).toBeVisible({ timeout: 30_000 });
  await expect(checks(page)).toContainText("2 of 2 runs do not hold");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("More words.");
  await expect(source(page)).toContainText("More words.");
  await write(page, cardText("bound-methods", "assert len([1]) == 1").replace("level: 2", "level: nine"));
  await expect(page.getByRole("region", { name: "Checks" }).getByRole("button", { name: /^line 6/ })).toBeVisible({ timeout: 30_000 });
});

test("two authors of one card see both texts, and none is lost", async ({ page, browser, guard }) => {
  guard.allow(/409/);
  test.setTimeout(120_000);
  await becomeAdmin(page);
  const other = await browser.newContext();
  const late = await other.newPage();
  await becomeAdmin(late);
  const rows = await page.request.get("/studio?kind=explain");
  const id = /\/studio\/cards\/([a-z0-9-]+)/.exec(await rows.text())?.[1] ?? "";
  for (const one of [page, late]) await visit(one, `/studio/cards/${id}`);
  await source(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\nWords of the first author.\n");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await source(late).click();
  await late.keyboard.press("Control+End");
  await late.keyboard.insertText("\nWords of the second author.\n");
  await late.keyboard.press("Control+s");
  const conflict = late.getByRole("alert", { name: "Two texts" });
  await expect(conflict).toContainText("removed: Words of the first author.");
  await expect(conflict).toContainText("added: Words of the second author.");
  await late.getByRole("button", { name: "Take the server’s" }).click();
  await expect(source(late)).toContainText("Words of the first author.");
  await late.getByRole("button", { name: "Discard the draft" }).click();
  await late.getByRole("button", { name: "Discard it" }).click();
  await expect(late.getByText("No draft: the text is the published one")).toBeVisible();
  await other.close();
});

test("axe finds nothing in the studio", async ({ page }) => {
  test.setTimeout(180_000);
  await becomeAdmin(page);
  const faults: string[] = [];
  for (const path of ["/studio", "/studio?q=nothing-has-this", "/studio/new", "/studio/cards/bound-methods/revisions", "/studio/statistics", "/studio/exchange", "/studio/upgrades"]) {
    await visit(page, path);
    faults.push(...(await faultsOf(page, path)));
  }
  // Not the card whose draft another test leaves as it is.
  await visit(page, "/studio/cards/257-at-the-prompt");
  await expect(page.locator("#pane-checks [role=status]")).toHaveText(/runs hold/, { timeout: 60_000 });
  faults.push(...(await faultsOf(page, "the desk", [1280])));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["Source", "Preview", "Checks", "Diagram"]) {
    await page.getByRole("tab", { name: tab }).click();
    faults.push(...(await faultsOf(page, tab, [390])));
  }
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  faults.push(...(await faultsOf(page, "publishing")));
  expect(faults).toEqual([]);
});
