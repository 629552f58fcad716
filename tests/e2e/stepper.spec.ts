import type { Page } from "@playwright/test";
import { fragmentOf } from "../../lib/lab/program-link.ts";
import { expect, test, visit } from "./browser.ts";

const stepper = (page: Page) => page.getByRole("region", { name: "Stepper" });
const slider = (page: Page) => page.getByRole("slider", { name: "Step" });
const link = (source: string, more: { readonly freeThreaded?: true; readonly mode?: "script" | "repl" } = {}): string => `/play#${fragmentOf({ source, version: "3.14", mode: "script", step: null, ...more })}`;

/** Names, calls and clauses that make long sentences, output over several lines, and an exception at the end. */
const LONG = `class Account_with_a_long_name:
    def __init__(self, owner_of_the_account, balance_at_the_beginning, remarks_of_the_clerk):
        self.owner_of_the_account = owner_of_the_account
        self.remarks_of_the_clerk = remarks_of_the_clerk
def combine_everything_that_there_is(first_argument, second_argument, third_argument):
    print("combining\\n" * 3)
    return {first_argument.owner_of_the_account: [second_argument, third_argument, "a text that is long enough to be cut somewhere"]}
first_account = Account_with_a_long_name("somebody with a long name", 1000, ["one remark", "another remark"])
second_account = Account_with_a_long_name("somebody else", 2000, ["a third remark of many words", ("with", "a", "tuple")])
result_of_it_all = combine_everything_that_there_is(first_account, second_account, third_argument=[first_account, second_account])
first_account, second_account, result_of_it_all = result_of_it_all, [first_account, [second_account]], (1000, 2000, 3000)
del first_account, second_account
x = 1
print(result_of_it_all["no such key, and a long one at that"])
`;

/** Where the controls stand in the page, and how long the stepper is; taken at every step. */
async function places(page: Page): Promise<string[]> {
  const last = Number(await slider(page).getAttribute("max"));
  await slider(page).focus();
  await page.keyboard.press("Home");
  const seen: string[] = [];
  for (let at = 0; at <= last; at += 1) {
    await expect(slider(page)).toHaveAttribute("aria-valuetext", new RegExp(`^step ${at + 1} of`));
    seen.push(await stepper(page).evaluate((section) => {
      const top = (element: Element | null) => Math.round((element?.getBoundingClientRect().top ?? 0) + window.scrollY);
      const ways = [...section.querySelectorAll("[role=group], fieldset")].find((group) => group.getAttribute("aria-label") === "Show the step as" || group.querySelector("legend")?.textContent === "Show the step as") ?? null;
      return JSON.stringify({ stepper: top(section), ways: top(ways), height: section.clientHeight, parts: [...section.children].map((child) => child.clientHeight) });
    }));
    if (at < last) await page.keyboard.press("ArrowRight");
  }
  return seen;
}

for (const width of [390, 1280]) {
  test(`nothing below the sentence moves while steps are taken, at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 844 });
    await visit(page, link(LONG));
    await expect(slider(page)).toBeVisible({ timeout: 30_000 });
    for (const view of ["Picture", "Text", "Bytecode"]) {
      await page.getByText(view, { exact: true }).first().click();
      const seen = await places(page);
      expect(seen.length).toBeGreaterThan(25);
      expect(JSON.parse(seen[0] ?? "").ways).toBeGreaterThan(0);
      expect([...new Set(seen)], view).toHaveLength(1);
    }
  });
}

test("on a phone the lines of the program are beside the step: the one that runs is marked, and a line can be gone to", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, link("a = []\nb = a\nc = b\n"));
  await expect(slider(page)).toBeVisible({ timeout: 30_000 });
  await stepper(page).getByText("Code", { exact: true }).click();
  const lines = stepper(page).getByLabel("Lines of the program");
  const marked = (words: string) => lines.locator("> div").filter({ hasText: words });
  await slider(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(marked("has just run")).toHaveCount(0);
  await expect(marked("runs next")).toHaveText(/a = \[\]/);
  await page.keyboard.press("ArrowRight");
  await expect(marked("has just run")).toHaveText(/a = \[\]/);
  await expect(marked("runs next")).toHaveText(/b = a/);
  await lines.getByRole("button", { name: "Line 3: go to when it runs next" }).click();
  await expect(marked("runs next")).toHaveText(/c = b/);
  await stepper(page).locator("label", { hasText: "Frames" }).click();
  await expect(lines).toHaveCount(0);
});

test("the longest sentence can be read, by keyboard too where it scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, link(LONG));
  await expect(slider(page)).toBeVisible({ timeout: 30_000 });
  await slider(page).focus();
  await page.keyboard.press("Home");
  const last = Number(await slider(page).getAttribute("max"));
  for (let at = 0; at <= last; at += 1) {
    const box = await stepper(page).locator("[aria-live]").first().evaluate((p) => ({ hidden: p.scrollHeight - p.clientHeight, focusable: p.tabIndex === 0 }));
    if (box.hidden > 1) await expect(stepper(page).locator("[aria-live]").first()).toHaveAttribute("tabindex", "0");
    await page.keyboard.press("ArrowRight");
  }
});

test("predict mode asks and answers in one place: the controls stay where they are", async ({ page }) => {
  await visit(page, link("a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n"));
  await page.getByRole("button", { name: "Predict" }).click();
  await slider(page).focus();
  await page.keyboard.press("Home");
  const top = () => slider(page).evaluate((input) => Math.round(input.getBoundingClientRect().top + window.scrollY));
  const before = await top();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("group", { name: "Prediction" })).toBeVisible();
  expect(await top()).toBe(before);
  await page.getByRole("button", { name: "Show me" }).click();
  await expect(page.getByRole("group", { name: "Prediction" })).toHaveCount(0);
  expect(await top()).toBe(before);
});

test("without the GIL an object shows what its owner counts and what others share", async ({ page }) => {
  await visit(page, link("import threading\nbox = []\ndef work():\n    box.clear()\n    x = 1\na = [1]\nbox.append(a)\nt = threading.Thread(target=work, name='worker')\nt.start()\nt.join()\nend = 0\n", { freeThreaded: true }));
  await expect(slider(page)).toBeVisible({ timeout: 30_000 });
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(page.locator("svg.lab-picture")).toContainText("rc 0 + 1");
  await expect(page.locator("svg.lab-picture")).toContainText("merged");
  await page.getByLabel("Follow a name or an object").selectOption(".a");
  await page.getByText("Text", { exact: true }).click();
  await expect(stepper(page).getByRole("cell", { name: "1: merged, shared 1" }).first()).toBeVisible();
});
