import { createHash, randomUUID } from "node:crypto";
import { inDatabase } from "./accounts.ts";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

const CARD = "hundred-thousand-deep";
const ASKED = "A recursion of 100 000 Python calls, with the limit raised, crashed Python 3.10. Why does it end well since 3.11?";
const FIXED_SIZE = "The C stack of a thread has a fixed size, often 8 MiB, and an overflow ends the process.";

/** Makes the card one that was edited here while a release changed its file, as the synchronisation of the library leaves it. */
function meetWithFile(change: { readonly mine: (text: string) => string; readonly theirs: (text: string) => string }): void {
  inDatabase((database) => {
    const old = database.prepare("SELECT r.* FROM CardRevision r JOIN Card c ON c.currentRevisionId = r.id WHERE c.id = ?").get(CARD) as { source: string; hash: string; number: number; evidence: string };
    const [id, theirs] = [randomUUID(), change.theirs(old.source)];
    database.prepare("INSERT INTO CardRevision (id, cardId, number, hash, source, editClass, evidence, createdAt) VALUES (?, ?, ?, ?, ?, 'CLARIFY', ?, ?)").run(id, CARD, old.number + 1, old.hash, change.mine(old.source), old.evidence, Date.now());
    database.prepare("UPDATE Card SET currentRevisionId = ? WHERE id = ?").run(id, CARD);
    database.prepare("INSERT INTO IncomingFile (cardId, source, hash, base, cameAt) VALUES (?, ?, ?, ?, ?)").run(CARD, theirs, createHash("sha256").update(theirs).digest("hex"), old.source, Date.now());
  });
}

test("a release that changes an edited card: both texts side by side, a choice where they meet, and a draft of the two", async ({ page }) => {
  await newAccount(page, "ADMIN");
  meetWithFile({
    mine: (text) => text.replace(ASKED, "Why does a recursion of 100 000 calls end well since 3.11?").replace("in time.", "in time, as it was put here."),
    theirs: (text) => text.replace(ASKED, "100 000 calls deep: why does that end well since 3.11?").replace(FIXED_SIZE, `${FIXED_SIZE} So the release says.`).replace("tags: [recursion, C stack]", "tags: [recursion, C stack, release]"),
  });
  await visit(page, "/studio/upgrades");
  expect(await faultsOf(page, "the list")).toEqual([]);
  await page.getByRole("link", { name: /A very deep recursion/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two changes of one card" })).toBeVisible();
  expect(await faultsOf(page, "the merge")).toEqual([]);
  const places = page.getByRole("group", { name: /Both sides changed this/ });
  await expect(places).toHaveCount(2);
  await expect(places.nth(1).locator("mark")).toHaveText(["time, as it was put here.", "So the release says."]);
  // It is aria-disabled, and says why when pressed all the same.
  await page.getByRole("button", { name: "Begin a draft with the merged text" }).press("Enter");
  await expect(page.getByText("Choose first what each place is to say.")).toBeVisible();
  await places.nth(0).getByLabel("Take the file’s").check();
  await places.nth(1).getByLabel("Keep the library’s").check();
  await page.getByRole("button", { name: "Begin a draft with the merged text" }).click();
  await page.waitForURL(`**/studio/cards/${CARD}`);
  const source = page.getByRole("textbox", { name: "Source of the card" });
  await expect(source).toContainText("tags: [recursion, C stack, release]");
  await expect(page.getByText("100 000 calls deep: why does that end well since 3.11?").first()).toBeVisible();
  const draft = inDatabase((database) => database.prepare("SELECT source FROM CardDraft WHERE cardId = ?").get(CARD)) as { source: string };
  expect(draft.source).toContain("100 000 calls deep");
  expect(draft.source).toContain("in time, as it was put here.");
  expect(draft.source).not.toContain("So the release says.");
  await visit(page, "/studio/upgrades");
  await expect(page.getByText("No edit of this library met a changed file of a release.")).toBeVisible();
});
