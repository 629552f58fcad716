import type { Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

/** Starts an interview about one topic, without bringing anything into the queue by itself. */
async function start(page: Page, topic: string, { timing = "As planned", length = "5 minutes", style = "Mixed" } = {}): Promise<void> {
  await visit(page, "/interview");
  await page.getByLabel("Length").selectOption(length);
  await page.getByLabel("Level").selectOption("Staff");
  await page.getByLabel("Time for each answer").selectOption(timing);
  await page.getByLabel("Style").selectOption(style);
  await page.getByText("Topics: all").click();
  await page.getByLabel(topic, { exact: true }).check();
  await page.getByLabel(/^Bring what I miss/).uncheck();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { name: "Ready for the first prompt?" })).toBeVisible();
}

const field = (page: Page) => page.getByRole("textbox");
const modelAnswer = (page: Page) => page.getByRole("heading", { name: "Model answer" });
const followUp = (page: Page) => page.getByRole("heading", { name: "A follow-up question" });

/** Hands in what is typed, and answers the follow-ups, until the model answer of the ladder is shown. */
async function toModelAnswer(page: Page, answer = "I do not know"): Promise<void> {
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(followUp(page).or(modelAnswer(page))).toBeVisible();
  while (!(await modelAnswer(page).isVisible())) {
    await page.getByRole("button", { name: "I am ready" }).click();
    await field(page).fill(answer);
    await page.getByRole("button", { name: "Hand in the answer" }).click();
    await expect(followUp(page).or(modelAnswer(page))).toBeVisible();
  }
}

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

test("an interview by keyboard alone ends in a report, and one key brings what was missed into tomorrow's review", async ({ page }) => {
  await newAccount(page);
  await start(page, "Closures");
  const report = page.getByRole("heading", { name: /^Interview of/ });
  while (!(await report.isVisible())) {
    await page.keyboard.press("Alt+n");
    await expect(field(page)).toBeVisible();
    await field(page).focus();
    await page.keyboard.type("I do not know");
    await page.keyboard.press("Alt+n");
    await expect(followUp(page).or(modelAnswer(page))).toBeVisible();
    if (await followUp(page).isVisible()) continue;
    await page.keyboard.press("Alt+n");
    await expect(page.getByRole("heading", { name: /^(Ready for|A follow-up|Interview of)/ })).toBeVisible();
  }
  await expect(page.getByText("strong no", { exact: true })).toBeVisible();
  const bring = page.getByRole("button", { name: /tomorrow's review/ });
  await bring.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/first in tomorrow's review/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^In the review of /).first()).toBeVisible();
  await expect(bring).toBeHidden();
  await visit(page, "/interview");
  await expect(page.getByRole("row", { name: /0 %/ })).toBeVisible();
});

test("a heap is drawn by fields, kept over a reload, judged by the engine, and shown in the report", async ({ page }) => {
  await newAccount(page);
  await start(page, "Equality and identity", { style: "Draw the heap" });
  await page.getByRole("button", { name: "I am ready" }).click();
  await field(page).fill("?");
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(followUp(page)).toBeVisible();
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(page.getByRole("heading", { name: /^Draw the heap/ })).toBeVisible();
  const names = page.getByRole("group", { name: "Names" }).getByRole("combobox");
  const held = page.getByRole("group", { name: "Objects" }).getByRole("textbox");
  for (let place = 0; place < (await names.count()); place += 1) await names.nth(place).selectOption("2");
  await expect(held).toHaveCount(2);
  await held.first().fill("[#2]");
  await held.last().fill("'no program makes this'");
  await saved(page);
  await page.reload();
  await expect(held.first()).toHaveValue("[#2]");
  await expect(names.first()).toHaveValue("2");
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(modelAnswer(page)).toBeVisible();
  await expect(page.getByText(/^In Python \d/)).toBeVisible();
  await page.getByRole("button", { name: "End early" }).click();
  await page.getByRole("button", { name: "End the interview" }).click();
  await expect(page.getByRole("heading", { name: /^Interview of/ })).toBeVisible();
  await expect(page.getByText("#2 = 'no program makes this'")).toBeVisible();
});

test("a reload in the middle of an answer resumes with its text and its deadline", async ({ page }) => {
  await newAccount(page);
  await start(page, "Closures");
  await page.getByRole("button", { name: "I am ready" }).click();
  await field(page).fill("half an answer");
  await saved(page);
  const question = await page.getByRole("heading", { level: 1 }).textContent();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question ?? "");
  await expect(field(page)).toHaveValue("half an answer");
  await expect(page.getByRole("timer")).toHaveText(/^\d+:\d\d$/);
});

test("what is typed while the network is cut is there after a reload, and on the server once it is back", async ({ page, context, guard }) => {
  guard.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await newAccount(page);
  await start(page, "Closures", { timing: "No time limit" });
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(field(page)).toBeVisible();
  await expect(page.getByText("No time limit", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await field(page).fill("typed in a tunnel");
  await expect(page.getByText("Kept in this browser; the server cannot be reached")).toBeVisible();
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(page.getByText(/The server cannot be reached/)).toBeVisible();
  await expect(field(page)).toHaveValue("typed in a tunnel");
  await context.setOffline(false);
  await saved(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(field(page)).toHaveValue("typed in a tunnel");
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(followUp(page).or(modelAnswer(page))).toBeVisible();
});

test("of two tabs the first answer counts, and the second is told so", async ({ page, context }) => {
  await newAccount(page);
  await start(page, "Closures");
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(field(page)).toBeVisible();
  const second = await context.newPage();
  await visit(second, page.url());
  await field(page).fill("the first");
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  // A card without further questions leads to its model answer at once.
  await expect(followUp(page).or(modelAnswer(page))).toBeVisible();
  await field(second).fill("the second");
  await second.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(second.getByText(/That answer counts/)).toBeVisible();
  await expect(followUp(second).or(modelAnswer(second))).toBeVisible();
  if (await followUp(second).isVisible()) {
    await second.getByRole("button", { name: "I am ready" }).click();
    await toModelAnswer(second);
  }
  await expect(second.getByText("the first", { exact: true })).toBeVisible();
});

test("an interview that runs stands before a new one and can be ended; another's is not there", async ({ page, browser, guard }) => {
  guard.allow(/404/);
  await newAccount(page);
  await start(page, "Closures");
  const address = page.url();
  await visit(page, "/interview");
  await expect(page.getByRole("link", { name: "Continue" })).toBeVisible();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await newAccount(other);
  for (const path of [address, `${address}/report`]) expect((await other.goto(path))?.status()).toBe(404);
  await other.context().close();
});

test("before an answer is handed in, nothing of the model answer is on the page or in what the server sends", async ({ page }) => {
  await newAccount(page);
  await start(page, "Closures");
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/interview")) bodies.push(await response.text().catch(() => ""));
  });
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(field(page)).toBeVisible();
  bodies.push(await page.content());
  const shown = bodies.join("\n");
  await field(page).fill("x");
  await toModelAnswer(page);
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const points = await page.getByRole("checkbox").or(page.getByRole("listitem")).evaluateAll((all) => all.map((one) => one.parentElement?.textContent?.trim() ?? ""));
  expect(title).not.toBe("");
  for (const text of [title, ...points]) expect(shown).not.toContain(text);
});

test("the set-up page says how many prompts there will be, and more time can be asked for while one is open", async ({ page }) => {
  await newAccount(page);
  await visit(page, "/interview");
  const announced = /(\d+) prompts?, about \d+ minutes?, each with its own time/;
  const before = await page.getByText(announced).textContent();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText(`Prompt 1 of ${announced.exec(before ?? "")?.[1]}`)).toBeVisible();
  await page.keyboard.press("Alt+n");
  await expect(field(page)).toBeVisible();
  const left = async (): Promise<number> => {
    const [minutes = 0, seconds = 0] = ((await page.getByRole("timer").textContent()) ?? "").split(":").map(Number);
    return minutes * 60 + seconds;
  };
  const first = await left();
  await page.keyboard.press("Alt+a");
  await expect.poll(left).toBeGreaterThan(first);
  await page.getByRole("button", { name: "Hide the time" }).click();
  await expect(page.getByRole("button", { name: "Show the time" })).toBeVisible();
});

test("typing in a second tab is told to the first, which keeps its text when one types on", async ({ page, context }) => {
  await newAccount(page);
  await start(page, "Closures");
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(field(page)).toBeVisible();
  const second = await context.newPage();
  await visit(second, page.url());
  await field(second).fill("from the second tab");
  await saved(second);
  await field(page).fill("from the first tab");
  await expect(page.getByText(/Another tab has saved a text/)).toBeVisible();
  await expect(field(page)).toHaveValue("from the first tab");
  await field(page).press("End");
  await page.keyboard.type(", kept");
  await saved(page);
  await page.reload();
  await expect(field(page)).toHaveValue("from the first tab, kept");
});

test("two on two devices: the interviewer enters by a code, sees the answer and the typing, hints, asks on and judges; the candidate sees hints alone", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await newAccount(page);
  await start(page, "Closures");
  await page.getByRole("button", { name: "Invite an interviewer" }).click();
  const code = (await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).textContent()) ?? "";

  const other = await (await browser.newContext()).newPage();
  await newAccount(other);
  await visit(other, "/interview/join");
  await other.getByLabel("Code").fill(code);
  await other.getByRole("button", { name: "Enter" }).click();
  await expect(other.getByText("The candidate has not opened this question yet.")).toBeVisible();
  await expect(page.getByText(/Your interviewer is here/)).toBeVisible();

  await page.getByRole("button", { name: "I am ready" }).click();
  await field(page).fill("the cell is shared");
  await expect(other.getByText("the cell is shared")).toBeVisible();
  await other.getByLabel("Give a hint").fill("When is it looked up?");
  await other.getByRole("button", { name: "Give it" }).click();
  await expect(page.getByText("When is it looked up?")).toBeVisible();
  await expect(field(page)).toHaveValue("the cell is shared");
  await other.getByLabel("Ask on, in your own words").fill("How would you mend it?");
  await other.getByRole("button", { name: "Ask it next" }).click();
  expect(await faultsOf(other, "the interviewer's view")).toEqual([]);
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(page.getByRole("heading", { name: "How would you mend it?" })).toBeVisible();
  const waiting = page.getByRole("heading", { name: "Your answer is with your interviewer" });
  await page.getByRole("button", { name: "Hand in the answer" }).click();
  await expect(waiting.or(followUp(page))).toBeVisible();
  while (!(await waiting.isVisible())) {
    await page.getByRole("button", { name: "I am ready" }).click();
    await page.getByRole("button", { name: "Hand in the answer" }).click();
    await expect(waiting.or(followUp(page))).toBeVisible();
  }
  await other.getByLabel("Correctness").last().selectOption("3");
  await other.getByRole("button", { name: "Judge, and go on" }).click();
  await expect(waiting).toBeHidden();
  await other.context().close();
});

test("axe finds nothing on any page of an interview", async ({ page }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const look = async (place: string): Promise<void> => {
    faults.push(...(await faultsOf(page, place)));
  };
  await newAccount(page);
  await visit(page, "/interview");
  await look("the set-up, with no interview before");
  await visit(page, "/interview/join");
  await look("where a code is entered");
  await visit(page, "/verdict-rule");
  await look("the rule");
  await start(page, "Closures", { length: "10 minutes" });
  await look("before a prompt");
  await page.getByRole("button", { name: "I am ready" }).click();
  await expect(field(page)).toBeVisible();
  await field(page).fill("an answer");
  await look("a prompt");
  // A prompt that asks for output has no code box.
  const box = page.getByRole("button", { name: "Open a code box" }).or(page.getByRole("button", { name: "Run it" })).first();
  if (await box.isVisible()) {
    await box.click();
    await look("a prompt with its code box");
  }
  await toModelAnswer(page);
  await look("a model answer");
  await page.getByRole("button", { name: "Next prompt" }).click();
  await expect(page.getByRole("button", { name: "I am ready" })).toBeVisible();
  await visit(page, "/interview");
  await look("the set-up while one runs");
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByRole("button", { name: "End early" }).click();
  await look("asked whether to end");
  await page.getByRole("button", { name: "End the interview" }).click();
  await expect(page.getByRole("heading", { name: /^Interview of/ })).toBeVisible();
  await page.getByRole("button", { name: "Make a private link" }).click();
  const link = await page.getByLabel(/^The link/).inputValue();
  await look("the report");
  await visit(page, link);
  await look("the report by its private link");
  await visit(page, "/interview");
  await look("the set-up, with an interview before");
  expect(faults).toEqual([]);
});
