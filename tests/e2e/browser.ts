import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { newAddress, PASSWORD } from "./accounts.ts";

/** A failure in the console that a test provokes on purpose. */
interface Guard {
  readonly allow: (pattern: RegExp) => void;
}

function watch(page: Page, faults: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
}

let networks = 0;

/** A network that no other test comes from: limits are counted for each. */
export function newNetwork(): string {
  networks += 1;
  return `10.${process.pid % 256}.${networks >> 8}.${networks % 256}`;
}

/** Playwright's test, each from a network of its own, which also fails when any page of the test writes an error or a warning to the console. */
export const test = base.extend<{ guard: Guard }>({
  extraHTTPHeaders: async ({ baseURL: _ }, use) => use({ "x-forwarded-for": newNetwork() }),
  guard: [
    async ({ context }, use) => {
      const faults: string[] = [];
      // playwright.config.ts keeps the service worker out.
      const allowed = [/Service Worker registration blocked by Playwright/];
      context.on("page", (page) => watch(page, faults));
      for (const page of context.pages()) watch(page, faults);
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export { newAccount, newAddress, newResetLink, PASSWORD, setRole } from "./accounts.ts";

/** Waits until the scripts of the page have taken over: before that a key or a click may go nowhere. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // A page in a frame has no header.
    const element = document.querySelector("header a, main, main *");
    return element !== null && Object.keys(element).some((key) => key.startsWith("__react"));
  });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** Opens a page and waits until it can be used. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
}

/** Makes an account by the form and waits until it is signed in. */
export async function signUp(page: Page, email = newAddress()): Promise<string> {
  await visit(page, "/signup");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeVisible();
  return email;
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await visit(page, "/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The heading of the question on the screen. */
export const questionOf = (page: Page) => page.getByRole("heading", { level: 1 });

/** Which card is on the screen; many ask in the same words. */
export async function cardOf(page: Page): Promise<string> {
  return (await questionOf(page).getAttribute("id")) ?? "";
}

/** Opens the review and waits for its first question. */
export async function openReview(page: Page): Promise<void> {
  await visit(page, "/review");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
}

/** Shows the answer of the card on the screen and grades it with the mouse. */
export async function answer(page: Page, grade: "Again" | "Hard" | "Good" | "Easy"): Promise<void> {
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: new RegExp(`^${grade}`) }).click();
}

/** Waits until everything answered is on the server. */
export async function synced(context: BrowserContext, page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("heapwise.log.")).length)).toBe(0);
  expect(context.pages()).toContain(page);
}
