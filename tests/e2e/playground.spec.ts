import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Page } from "@playwright/test";
import { record } from "../../lib/engine/index.ts";
import { EXAMPLES } from "../../lib/lab/examples.ts";
import { twinOf } from "../../lib/lab/picture/twin.ts";
import { fragmentOf } from "../../lib/lab/program-link.ts";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

const stepper = (page: Page) => page.getByRole("region", { name: "Stepper" });
const picture = (page: Page) => page.locator("svg.lab-picture");
const slider = (page: Page) => page.getByRole("slider", { name: "Step" });
const editor = (page: Page) => page.getByRole("textbox", { name: "Program" });
const status = (page: Page) => page.getByRole("region", { name: "Program" }).getByRole("status");
const link = (source: string, step: number | null = null, mode: "script" | "repl" = "script"): string => `/play#${fragmentOf({ source, version: "3.14", mode, step })}`;

const LISTS = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\n";

/** Puts a program into the editor with the keyboard and runs it. */
async function run(page: Page, source: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(source);
  await page.keyboard.press("Control+Enter");
}

test("a visitor steps through a program by keyboard and by pointer, and reads the same in words", async ({ page }) => {
  await visit(page, link(LISTS));
  await expect(status(page)).toContainText("Ended. Python 3.14");
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 1 of/);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(stepper(page)).toContainText("b = a binds the name b to list");
  await expect(picture(page)).toContainText("rc 1 → 2");
  await page.keyboard.press("ArrowLeft");
  await expect(picture(page)).not.toContainText("rc 1 → 2");
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step (\d+) of \1/);
  // To where the name b changes, which is chosen without the pointer.
  await page.getByLabel("Follow a name or an object").selectOption(".b");
  await slider(page).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(stepper(page)).toContainText("b = a binds the name b to list");

  await page.getByRole("button", { name: "Forward" }).click();
  await expect(stepper(page)).toContainText("gets int 3");
  await picture(page).getByText("list", { exact: false }).first().click();
  await expect(stepper(page)).toContainText("2 references: name a, name b");
  await page.getByText("Text", { exact: true }).click();
  await expect(stepper(page).getByRole("table", { name: "Global names" })).toContainText("b");
  await page.getByText("Bytecode", { exact: true }).click();
  await expect(stepper(page).getByRole("row", { name: /LOAD_NAME/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "By instruction" }).click();
  await page.getByRole("button", { name: "Forward" }).click();
  await expect(page.getByRole("button", { name: "By instruction" })).toHaveAttribute("aria-pressed", "true");
});

test("what a step changes can be predicted, and a run saved", async ({ page }) => {
  await visit(page, link(LISTS, 2));
  await page.getByRole("button", { name: "Predict" }).click();
  await page.getByRole("button", { name: "Forward" }).click();
  await page.getByRole("group", { name: "Prediction" }).getByRole("button", { name: /^list/ }).click();
  await expect(stepper(page)).toContainText(/Yes\. Changed: .*list/);
  await page.getByText("Save the picture").click();
  const [step] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "This step, SVG" }).click()]);
  const svg = readFileSync(await step.path(), "utf8");
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain("list");
  expect(svg).not.toMatch(/class=|var\(/);
  const [bitmap] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "This step, PNG" }).click()]);
  expect(readFileSync(await bitmap.path()).subarray(1, 4).toString()).toBe("PNG");
  const [moving] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "The run as a moving SVG" }).click()]);
  const frames = readFileSync(await moving.path(), "utf8");
  expect(frames).toContain("<animate");
  // What comes into sight in a step is there in full.
  expect(frames).not.toMatch(/opacity="0(\.0*)?"/);
});

const MANY = "class Node:\n    def __init__(self, n):\n        self.n = n\nnodes = [Node(1000 + n) for n in range(15)]\nfirst = nodes[0]\nprint(first is nodes)\n";

test("what one object alone refers to is folded into it, and opened by the pointer and without it", async ({ page }) => {
  await visit(page, link(MANY));
  await slider(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(stepper(page)).toContainText("first is nodes: Node #");
  const node = picture(page).getByText(/^▸ Node #/).first();
  const chip = (await node.textContent())?.match(/#\d+$/)?.[0] ?? "";
  await node.click();
  await expect(picture(page).getByText(`Node ${chip}`, { exact: true })).toBeVisible();
  await picture(page).getByText(/^▸ \d+ more$/).click();
  await expect(picture(page).getByText("[14]", { exact: true })).toBeVisible();
  await page.getByLabel("Follow a name or an object").selectOption(chip);
  await page.getByRole("button", { name: "Fold it" }).click();
  await expect(picture(page).getByText(`▸ Node ${chip}`, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(picture(page).getByText(`Node ${chip}`, { exact: true })).toBeVisible();
  await page.getByText("Table", { exact: true }).click();
  await expect(stepper(page).getByRole("region", { name: "Objects on the heap" }).getByRole("row", { name: new RegExp(`^${chip} Node`) })).toBeVisible();
});

test("the keyboard passes the picture by to what it shows in words", async ({ page }) => {
  await visit(page, link(LISTS, 3));
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 4 of/);
  await page.getByRole("button", { name: "Skip to the step in words" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "The step in words" })).toBeFocused();
  await expect(page.getByRole("region", { name: "The step in words" })).toContainText("name b: unbound → list");
});

test("a program that does not end is stopped, the page goes on, and the next program runs", async ({ page }) => {
  await visit(page, link("x = 1\n"));
  await expect(status(page)).toContainText("Ended");
  await run(page, "import time\nwhile True:\n    pass\n");
  // At once: on a fast machine the program has soon used all of its steps.
  await page.getByRole("button", { name: "Stop", exact: true }).dispatchEvent("click");
  await expect(status(page)).toHaveText(/^Stopped/);
  await run(page, "while True:\n    print('x')\n");
  await expect(status(page)).toHaveText(/^Stopped: it (used all of its steps|printed too much)/, { timeout: 30_000 });
  await run(page, "9**9**9\n");
  await expect(status(page)).toHaveText(/^Stopped: it used all of its memory/, { timeout: 30_000 });
  await run(page, "print('<img src=x onerror=alert(1)>\\x1b[31m')\n");
  await expect(status(page)).toContainText("Ended");
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("region", { name: "Output" })).toContainText("<img src=x onerror=alert(1)>␛[31m");
});

test("a run that is left behind ends with its page (E58)", async ({ page }) => {
  await visit(page, link("x = 1\n"));
  await expect(status(page)).toContainText("Ended");
  await run(page, "while True:\n    pass\n");
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  await page.goto("/library");
  await expect.poll(() => page.workers().length).toBe(0);
});

test("two versions stand side by side from where they part, and an edit beside the run before it", async ({ page }) => {
  await visit(page, link("a = 257\nb = 257\nprint(a is b)\n", null, "repl"));
  await expect(status(page)).toContainText("Ended");
  await page.getByLabel("Beside it").selectOption("3.15");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(stepper(page)).toContainText("Python 3.15");
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(picture(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Go to where they part" }).click();
  await expect(stepper(page)).toContainText(/The two runs (are alike up to step \d+|differ from the first step on)\./);
  await page.getByLabel("Beside it").selectOption("before");
  await run(page, "a = 257\nb = 258\nprint(a is b)\n");
  await expect(stepper(page)).toContainText("before the edit");
});

/** A site of another origin whose pages show ours in a frame. A real server: browsers let no made-up public site reach this machine. */
async function otherSite(framed: (asked: string) => string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Another site</title><iframe src="${framed(request.url ?? "").replaceAll("&", "&amp;")}" width="900" height="700"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test("a link holds the program and the step, an author makes a card of it, and other sites may embed the stepper alone", async ({ page, guard }) => {
  guard.allow(/frame-ancestors|X-Frame-Options|Refused to frame|Framing/);
  await visit(page, link(LISTS, 3));
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 4 of/);
  await page.getByRole("button", { name: "Share" }).click();
  const shared = await page.getByLabel("Link", { exact: true }).inputValue();
  expect(new URL(shared).hash).toContain("step=4");
  await page.getByRole("button", { name: "Close" }).click();

  const elsewhere = await otherSite((asked) => new URL(asked === "/play" ? "/play" : `/embed${new URL(shared).hash}`, shared).href);
  await page.goto(`${elsewhere.address}/embed`);
  await expect(page.frameLocator("iframe").getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", /^step 4 of/, { timeout: 30_000 });
  await page.goto(`${elsewhere.address}/play`);
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Playground" })).toHaveCount(0);
  elsewhere.close();

  await newAccount(page, "AUTHOR");
  await visit(page, `/play#${fragmentOf({ source: LISTS, version: "3.14", mode: "script", freeThreaded: true, cores: 2, step: null })}`);
  await page.getByRole("link", { name: "Make a card of this" }).click();
  await expect(page.getByText("The card begins with this program")).toBeVisible();
  await page.getByLabel("Id").fill(`from-the-playground-${Date.now()}`);
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await expect(page.getByRole("textbox", { name: "Source of the card" })).toContainText("b.append(3)");
  await expect(page.getByRole("textbox", { name: "Source of the card" })).toContainText("cores=2 free-threaded");
});

test("a card's proof opens in the stepper at the line that matters", async ({ page }) => {
  await visit(page, "/library/257-at-the-prompt");
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: /^Step through: Proof 1/ }).click();
  await expect(stepper(page).last()).toContainText("is", { timeout: 30_000 });
  await expect(page.getByRole("region", { name: "Lines of the program" }).last()).toContainText("runs next");
});

test("axe finds nothing in the playground, whatever is shown of a step", async ({ page }) => {
  test.setTimeout(120_000);
  await visit(page, link(LISTS, 3));
  await expect(status(page)).toContainText("Ended");
  const faults = await faultsOf(page, "the picture");
  await page.getByText("Text", { exact: true }).click();
  faults.push(...(await faultsOf(page, "the text", [390])));
  await page.getByText("Bytecode", { exact: true }).click();
  faults.push(...(await faultsOf(page, "the bytecode", [1280])));
  await page.getByText("Picture", { exact: true }).click();
  await page.getByText("Table", { exact: true }).click();
  faults.push(...(await faultsOf(page, "the table", [1280])));
  await page.getByRole("button", { name: "Share" }).click();
  faults.push(...(await faultsOf(page, "the sharing", [390])));
  expect(faults).toEqual([]);
});

test("axe finds nothing in the timeline of threads that wait, nor in that of an event loop", async ({ page }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  for (const id of ["deadlock", "event-loop"]) {
    const { source } = EXAMPLES.find((one) => one.id === id) ?? { source: "" };
    await visit(page, link(source));
    await expect(status(page)).toContainText(/^(Ended|Stopped)/, { timeout: 30_000 });
    await slider(page).focus();
    await page.keyboard.press("End");
    for (let back = 0; back < (id === "deadlock" ? 0 : 12); back += 1) await page.keyboard.press("ArrowLeft");
    await page.getByText("Timeline", { exact: true }).click();
    await expect(stepper(page)).toContainText(id === "deadlock" ? "Who waits for whom" : "Ready queue");
    faults.push(...(await faultsOf(page, `the timeline of ${id}`)));
    await page.goto("about:blank");
  }
  expect(faults).toEqual([]);
});

const CASES = "tests/conformance/cases";

/** Short programs that import nothing, from the recorded cases. */
function programs(count: number): string[] {
  const sources = readdirSync(CASES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".py")).toSorted().map((file) => readFileSync(path.join(CASES, file), "utf8"));
  const short = sources.filter((source) => !/^\s*(import|from) |^# (native|mode|versions)|\d{4}/m.test(source) && source.split("\n").length <= 20);
  return short.slice(0, count);
}

test("the text form says what the engine's snapshot holds, for forty programs", async ({ page }) => {
  test.setTimeout(240_000);
  const sources = programs(40);
  expect(sources).toHaveLength(40);
  await visit(page, link("x = 1\n"));
  await page.getByText("Text", { exact: true }).click();
  for (const [index, source] of sources.entries()) {
    const recording = record(source, { version: "3.14", mode: "script" });
    const step = Math.floor(recording.steps.length / 2);
    const { title, sections } = twinOf(recording, step);
    await page.evaluate((hash) => { window.location.hash = hash; }, fragmentOf({ source, version: "3.14", mode: "script", step }));
    await page.getByText("Text", { exact: true }).click();
    await expect(stepper(page).getByRole("heading", { name: title, exact: true }), `program ${index}`).toBeVisible({ timeout: 30_000 });
    const cells = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [])));
    const shown = await stepper(page).locator("tbody").locator("th, td").allTextContents();
    expect(shown, `program ${index}`).toEqual(cells);
  }
});
