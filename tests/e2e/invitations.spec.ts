import { faultsOf } from "./axe.ts";
import { expect, newAccount, test, visit } from "./browser.ts";

test("an admin's link makes one account an author, once", async ({ page, browser }) => {
  await newAccount(page, "ADMIN");
  await visit(page, "/studio/people");
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Make a link" }) });
  await form.getByLabel("For whom").fill("Ada");
  await form.getByRole("button", { name: "Make a link" }).click();
  const shown = await page.getByText(/\/invite\/[\w-]+/).first().textContent();
  const address = /\/invite\/[\w-]+/.exec(shown ?? "")?.[0] ?? "";
  expect(address).not.toBe("");
  const faults = await faultsOf(page, "people, with a link");

  const invited = await (await browser.newContext()).newPage();
  await visit(invited, address);
  await expect(invited.getByRole("link", { name: "Sign up" }).last()).toHaveAttribute("href", `/signup?callbackUrl=${encodeURIComponent(address)}`);
  faults.push(...(await faultsOf(invited, "before signing in")));
  const email = await newAccount(invited);
  await visit(invited, address);
  await expect(invited.getByText(email).first()).toBeVisible();
  faults.push(...(await faultsOf(invited, "signed in")));
  await invited.getByRole("button", { name: "Accept" }).click();
  await expect(invited.getByRole("link", { name: "Studio" }).first()).toBeVisible();
  await visit(invited, address);
  await expect(invited.getByText("This invitation was used already.")).toBeVisible();
  await visit(page, "/studio/people");
  await expect(page.getByText(email).first()).toBeVisible();
  expect(faults).toEqual([]);
  await invited.context().close();
});
