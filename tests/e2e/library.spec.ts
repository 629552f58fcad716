import { readdirSync } from "node:fs";
import { TOPIC_IDS } from "../../lib/cards/topics.ts";
import { inProject } from "../../lib/setup/project.mjs";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, synced, test, visit } from "./browser.ts";

test("a search is in the address and finds cards by their words", async ({ page }) => {
  await visit(page, "/library");
  await page.getByLabel("Search").fill("garbage COLLECTOR");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/[?&]q=garbage\+COLLECTOR/);
  const hits = page.getByRole("main").locator("li a");
  const found = await hits.count();
  await visit(page, "/library");
  expect(await hits.count()).toBeGreaterThan(found);
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search")).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search")).toHaveValue("/");
  await visit(page, "/library/257-at-the-prompt");
  await page.keyboard.press("/");
  await expect(page).toHaveURL(/\/library#q$/);
  await expect(page.getByLabel("Search")).toBeFocused();
});

test("topic, kind, level and version narrow the list, and the address alone brings it back", async ({ page }) => {
  await visit(page, "/library?topic=small-ints&kind=predict&level=2&version=3.15");
  await expect(page.getByLabel("Topic")).toHaveValue("small-ints");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([/^Small integers/]);
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
  const filters = page.getByRole("navigation", { name: "Filters" });
  await expect(filters.getByRole("link", { name: /^middle/i })).toHaveAttribute("aria-current", "true");
  await filters.getByRole("link", { name: /^junior/i }).click();
  await expect(page).toHaveURL(/level=1/);
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toHaveCount(0);
  await filters.getByRole("link", { name: /^junior/i }).click();
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
});

test("filters, phrases and what is wrong with a search are understood, and a visitor is told what needs an account", async ({ page }) => {
  await visit(page, "/library?q=topic%3Asmall-ints+-kind%3Apredict+%22cache%22");
  const hits = page.getByRole("main").locator("li a[href^='/library/']");
  expect(await hits.count()).toBeGreaterThan(0);
  await expect(hits.filter({ hasText: "Predict the output" })).toHaveCount(0);
  await page.getByLabel("Search").fill("topc:gil");
  await page.getByLabel("Search").press("Enter");
  await expect(page.getByRole("main").locator("mark").first()).toHaveText("topc");
  await expect(page.getByText("Did you mean topic:?")).toBeVisible();
  await visit(page, "/library?q=is%3Adue");
  await expect(page.getByText("Heapwise can say which cards are due for you only when you are signed in.")).toBeVisible();
  await newAccount(page);
  await visit(page, "/library?q=is%3Anew+level%3A4");
  await expect(page.getByText(/^\d+ cards? for/)).not.toHaveText(/^0 /);
  await visit(page, "/library?q=is%3Adue");
  await expect(page.getByText(/^0 cards for/)).toBeVisible();
});

test("a card is answered on its own page: typed, compared, graded and taken back, for a visitor and for a user", async ({ page, context }) => {
  const card = "/library/257-at-the-prompt";
  for (const saved of ["Saved on this device.", "Saved."]) {
    await visit(page, card);
    await page.getByLabel("What does Python 3.14 print?").fill("True");
    await page.getByLabel("What does Python 3.14 print?").press("Control+Enter");
    await expect(page.getByText("Not yet: line 1 differs.")).toBeVisible();
    await page.getByRole("button", { name: /^Again,.* suggested/ }).click();
    await expect(page.getByText(saved, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: /^Good/ }).click();
    await expect(page.getByText("The card comes back in 1 day.")).toBeVisible();
    if (saved === "Saved.") await synced(context, page);
    else {
      await page.evaluate(() => localStorage.clear());
      await newAccount(page);
    }
  }
  await visit(page, "/library?q=is%3Alearned");
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
  const data: unknown = JSON.parse((await (await page.request.get(card)).text()).match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1] ?? "");
  expect(data).toMatchObject({ "@type": "LearningResource", name: "The best-known question about is", hasPart: { "@type": "Question", acceptedAnswer: { "@type": "Answer" } } });
});

test("a word of the glossary leads from a card to its meaning, and back; the cheat sheet of a topic fits on two pages", async ({ page }) => {
  await visit(page, "/library/257-at-the-prompt");
  await page.getByText("Show the answer", { exact: true }).click();
  await page.getByRole("link", { name: "compile unit" }).click();
  await expect(page).toHaveURL(/\/library\/glossary#compile-unit$/);
  await page.getByRole("list", { name: "Cards with compile unit" }).getByRole("link").first().click();
  await page.getByRole("link", { name: /^Cheat sheet/ }).click();
  await expect(page.getByRole("button", { name: "Print the sheet" })).toBeVisible();
  const cardsOf = (topic: string): number => readdirSync(inProject(`content/cards/${topic}`)).length;
  const largest = [...TOPIC_IDS].sort((a, b) => cardsOf(b) - cardsOf(a))[0] ?? "";
  await page.goto(`/library/topics/${largest}`);
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  expect([largest, pages <= 2]).toEqual([largest, true]);
});

test("axe finds nothing at a search that needs an account, a cheat sheet and the glossary", async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  for (const address of ["/library?q=is%3Adue", "/library?q=finaliser", "/library/topics/gil", "/library/glossary"]) {
    await visit(page, address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => details.setAttribute("open", "")));
    faults.push(...(await faultsOf(page, address)));
  }
  expect(faults).toEqual([]);
});

test("search engines find every card", async ({ request }) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain("/library/257-at-the-prompt</loc>");
  expect(await (await request.get("/robots.txt")).text()).toMatch(/Disallow: \/api\/[\s\S]*Sitemap: http/);
});

test("a search without hits says so and leads back to all cards", async ({ page }) => {
  await visit(page, "/library?q=100%25_zzz");
  await expect(page.getByText("Nothing fits.")).toBeVisible();
  await page.getByRole("link", { name: "see all cards" }).click();
  await expect(page.getByRole("link", { name: /best-known question about is/ })).toBeVisible();
});

test("a card's programs run in the browser, in the version of choice", async ({ page }) => {
  await visit(page, "/library/257-at-the-prompt");
  await page.getByText("Show the answer", { exact: true }).click();
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
    await page.getByText("Show the answer", { exact: true }).click();
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
