import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { faultsOf } from "./axe.ts";
import { expect, PASSWORD, ready, signIn, newAccount, test, visit } from "./browser.ts";

interface Factor {
  readonly email: string;
  readonly secret: Secret;
  readonly codes: readonly string[];
}

/** The code of the app; `later` 1 is the next one, which is taken early and so need not be waited for. */
const codeOf = (secret: Secret, later = 0): string => TOTP.generate({ secret, timestamp: Date.now() + later * 30_000 });

async function shownSecret(page: Page): Promise<Secret> {
  return Secret.fromBase32((await page.locator("code[data-key]").innerText()).replaceAll(" ", ""));
}

/** Signs up and sets up a second factor in the settings. */
async function signUpWithFactor(page: Page): Promise<Factor> {
  const email = await newAccount(page);
  await visit(page, "/settings");
  const section = page.getByRole("region", { name: "Second factor" });
  await section.getByLabel("Your password").fill(PASSWORD);
  await section.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(section.getByRole("img", { name: "QR code of the key below" })).toBeVisible();
  const secret = await shownSecret(page);
  await section.getByLabel("Code from the app").fill(codeOf(secret));
  await section.getByRole("button", { name: "Switch it on" }).click();
  await expect(section.getByRole("heading", { name: /Save your recovery codes/ })).toBeFocused();
  return { email, secret, codes: await section.getByRole("listitem").allInnerTexts() };
}

/** Waits for the second step of signing in; it is a page of its own, loaded anew. */
async function secondStep(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
  await ready(page);
}

async function giveCode(page: Page, code: string): Promise<void> {
  await secondStep(page);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
}

const signedIn = (page: Page) => page.getByRole("link", { name: "Settings", exact: true });

test("with a second factor the password alone signs nobody in; the code does, once, and leads on to where one wanted to go", async ({ page, browser }) => {
  const { email, secret, codes } = await signUpWithFactor(page);
  expect(new Set(codes).size).toBe(10);
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await visit(other, "/login?callbackUrl=/library");
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill(PASSWORD);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { name: "Second factor" })).toBeVisible();
  await expect(other.getByLabel("Code", { exact: true })).toHaveAttribute("autocomplete", "one-time-code");
  const code = codeOf(secret, 1);

  // The password was right, and still nothing of the account can be had.
  await visit(other, "/settings");
  await expect(other.getByText("The study day belongs to an account")).toBeVisible();
  const origin = new URL(other.url()).origin;
  expect((await other.request.post("/api/reviews", { data: { events: [null] }, headers: { origin } })).status()).toBe(401);

  await visit(other, "/login?callbackUrl=/library");
  await giveCode(other, "000000");
  await expect(other.getByText("This is not a code that is valid now.")).toBeVisible();
  await giveCode(other, code);
  await expect(other).toHaveURL(/\/library$/);
  await expect(signedIn(other)).toBeVisible();

  const third = await (await browser.newContext()).newPage();
  await signIn(third, email);
  await giveCode(third, code);
  await expect(third.getByText("This is not a code that is valid now.")).toBeVisible();
  await other.context().close();
  await third.context().close();
});

test("a client cannot claim to have passed it", async ({ page, browser }) => {
  const { email } = await signUpWithFactor(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await expect(other.getByRole("heading", { name: "Second factor" })).toBeVisible();
  const { csrfToken } = await (await other.request.get("/api/auth/csrf")).json();
  const data = { secondFactor: Date.now(), code: "000000", version: 0, user: { secondFactor: true } };
  const answer = await other.request.post("/api/auth/session", { data: { csrfToken, data } });
  expect(await answer.json()).toMatchObject({ user: { secondFactor: null } });
  await visit(other, "/settings");
  await expect(other.getByText("The study day belongs to an account")).toBeVisible();
  await other.context().close();
});

test("the kind of code is changed without a script that has loaded", async ({ page, browser }) => {
  const { email } = await signUpWithFactor(page);
  await page.context().clearCookies();
  await signIn(page, email);
  await secondStep(page);
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const still = await plain.newPage();
  await still.goto("/second-factor?callbackUrl=/library");
  await still.getByRole("link", { name: "Use a recovery code" }).click();
  await expect(still.getByLabel("Recovery code")).toBeVisible();
  await still.getByRole("link", { name: "Use a code from the app" }).click();
  await expect(still.getByLabel("Code", { exact: true })).toBeVisible();
  await plain.close();
});

test("without the phone a recovery code signs in once; then the factor can be switched off", async ({ page, browser }) => {
  const { email, codes } = await signUpWithFactor(page);
  const other = await (await browser.newContext()).newPage();
  for (const [code, words] of [[codes[0], null], [codes[0], "This is not a recovery code of yours that is left."]] as const) {
    await other.context().clearCookies();
    await signIn(other, email);
    await secondStep(other);
    await other.getByRole("link", { name: "Use a recovery code" }).click();
    await other.getByLabel("Recovery code").fill((code ?? "").toUpperCase());
    await other.getByRole("button", { name: "Go on" }).click();
    await expect(words === null ? signedIn(other) : other.getByText(words)).toBeVisible();
  }
  await other.context().close();

  await visit(page, "/settings");
  const section = page.getByRole("region", { name: "Second factor" });
  await expect(section.getByText("9 recovery codes are left.")).toBeVisible();
  await section.getByLabel("A code from the app, or your password").fill("not the password");
  await section.getByRole("button", { name: "Switch it off" }).click();
  await expect(section.getByText("This is neither a code that is valid now nor your password.")).toBeVisible();
  await section.getByLabel("A code from the app, or your password").fill(PASSWORD);
  await section.getByRole("button", { name: "Switch it off" }).click();
  await expect(section.getByText("The second factor is off.")).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, email);
  await expect(signedIn(page)).toBeVisible();
});

test("new recovery codes replace the old ones, and a change of password keeps this session", async ({ page }) => {
  const { email, codes } = await signUpWithFactor(page);
  await page.getByRole("button", { name: "I have saved them" }).click();
  const section = page.getByRole("region", { name: "Second factor" });
  await section.getByLabel("A code from the app, or your password").fill(PASSWORD);
  await section.getByRole("button", { name: "New recovery codes" }).click();
  await expect(section.getByRole("heading", { name: /Save your recovery codes/ })).toBeFocused();
  const fresh = await section.getByRole("listitem").allInnerTexts();
  expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
  const download = page.waitForEvent("download");
  await section.getByRole("link", { name: "Download as a file" }).click();
  expect((await download).suggestedFilename()).toBe("heapwise-recovery-codes.txt");

  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("another good password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await visit(page, "/settings");
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible();
});

test("signing out on all devices ends the sessions of the others and this one", async ({ page, browser }) => {
  const email = await newAccount(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await expect(signedIn(other)).toBeVisible();
  await visit(page, "/settings");
  await page.getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await other.reload();
  await expect(other.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await other.context().close();
});

test("the second factor can be set up and given with the keyboard alone", async ({ page }) => {
  const email = await newAccount(page);
  await visit(page, "/settings");
  await page.getByLabel("Your password").focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Add Heapwise to your authenticator app" })).toBeFocused();
  const secret = await shownSecret(page);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Code from the app")).toBeFocused();
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Save your recovery codes/ })).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "I have saved them" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, email);
  await secondStep(page);
  await page.getByRole("main").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await page.keyboard.type(codeOf(secret, 1));
  await page.keyboard.press("Enter");
  await expect(signedIn(page)).toBeVisible();
});

test("axe finds nothing while a second factor is set up and given", async ({ page }) => {
  test.setTimeout(180_000);
  const faults: string[] = [];
  const look = async (place: string): Promise<void> => {
    faults.push(...(await faultsOf(page, place)));
  };
  const email = await newAccount(page);
  await visit(page, "/settings");
  await look("settings before");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  const secret = await shownSecret(page);
  await look("the key");
  await page.getByLabel("Code from the app").fill(codeOf(secret));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("heading", { name: /Save your recovery codes/ })).toBeVisible();
  await look("the recovery codes");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await look("settings after");
  await page.context().clearCookies();
  await signIn(page, email);
  await secondStep(page);
  await look("the code");
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await expect(page.getByLabel("Recovery code")).toBeVisible();
  await look("the recovery code");
  expect(faults).toEqual([]);
});
