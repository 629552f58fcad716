// Gives an account of the browser tests' database a role: the link that makes an admin works only once, and is another test's.
import path from "node:path";
import Database from "better-sqlite3";

/** Sets the role of the account with this address. Roles are read anew at each request, so the page only has to be loaded again. */
export function setRole(email: string, role: "LEARNER" | "AUTHOR" | "ADMIN"): void {
  const file = path.join(process.env.HEAPWISE_E2E_FOLDER ?? "", "e2e.db");
  const database = new Database(file, { fileMustExist: true, timeout: 10_000 });
  try {
    const { changes } = database.prepare("UPDATE User SET role = ? WHERE email = ?").run(role, email);
    if (changes !== 1) throw new Error(`There is no account ${email}.`);
  } finally {
    database.close();
  }
}
