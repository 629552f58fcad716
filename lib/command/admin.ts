// npm run admin: what can only be done on the server's own machine, for people who are locked out.
import { now } from "../clock.ts";
import { connect, provideDatabase } from "../db/client.ts";
import { env } from "../env.ts";
import { normaliseAddress } from "../auth/address.ts";
import { findAccount } from "../auth/recovery/data.ts";
import { issueReset } from "../auth/recovery/mutations.ts";
import { newResetToken, RESET_VALID_MINUTES, resetLink } from "../auth/recovery/token.ts";
import { removeFactor } from "../auth/second-factor/mutations.ts";
import type { Role } from "../auth/user.ts";
import { changeRole } from "../people/mutations.ts";

const USAGE = `npm run admin -- reset ADDRESS                            print a one-time link that sets a new password
npm run admin -- role ADDRESS learner|author|admin       give an account a role
npm run admin -- reset-second-factor ADDRESS             remove the second factor of an account`;

const ROLES: Readonly<Record<string, Role>> = { learner: "LEARNER", author: "AUTHOR", admin: "ADMIN" };

/** What to print, and the exit status: 1 when it could not be done, 2 for a wrong use. */
interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly words: string;
}

const done = (words: string): Outcome => ({ status: 0, words });
const failed = (words: string): Outcome => ({ status: 1, words });
const misused = (words: string): Outcome => ({ status: 2, words: `${words}\n\n${USAGE}` });

interface Account {
  readonly id: string;
  readonly email: string;
}

async function reset({ id, email }: Account): Promise<Outcome> {
  const { token, hash } = newResetToken();
  await issueReset(id, hash, { by: "command line" }, now());
  const origin = env().NEXTAUTH_URL ?? `http://localhost:${process.env.PORT || "3000"}`;
  console.error(`A link for ${email}. It works once, within ${RESET_VALID_MINUTES} minutes:`);
  return done(resetLink(token, origin));
}

async function setRole({ id, email }: Account, name: string, role: Role): Promise<Outcome> {
  switch (await changeRole({ userId: id, from: null, to: role }, null, now(), null)) {
    case "changed":
      return done(`${email} is ${name} now.`);
    case "unchanged":
      return done(`${email} was ${name} already; nothing changed.`);
    case "last-admin":
      return failed(`${email} is the only admin. Make somebody else admin first; nothing changed.`);
    default:
      return failed(`The account ${email} is gone; nothing changed.`);
  }
}

async function resetSecondFactor({ id, email }: Account): Promise<Outcome> {
  return (await removeFactor(id, null, now())) ? done(`${email} has no second factor now and can set up a new one in the settings.`) : done(`${email} had no second factor; nothing changed.`);
}

/** The deed that the arguments name, to be done to an account; or what is wrong with them. */
function deedOf(command: string | undefined, more: readonly string[]): ((account: Account) => Promise<Outcome>) | Outcome {
  if (command === "role") {
    const [name = "", ...rest] = more;
    const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
    return role === undefined || rest.length > 0 ? misused("Name the role: learner, author or admin.") : (account) => setRole(account, name, role);
  }
  if (command !== "reset" && command !== "reset-second-factor") return misused(command === undefined ? "Say what to do." : `There is no command "${command}".`);
  if (more.length > 0) return misused(`"${more.join(" ")}" is too much.`);
  return command === "reset" ? reset : resetSecondFactor;
}

async function answer([command, address, ...more]: readonly string[]): Promise<Outcome> {
  const deed = deedOf(command, more);
  if (typeof deed !== "function") return deed;
  const email = normaliseAddress(address ?? "");
  if (email === null) return misused(address === undefined ? "Name the account by its address." : `"${address}" is not an e-mail address.`);
  const account = await findAccount({ email });
  return account === null ? failed(`There is no account with the address ${email}.`) : deed(account);
}

const client = await connect(env().DATABASE_URL, { pool: 1, patienceMs: 30_000 });
provideDatabase(client);
try {
  const { status, words } = await answer(process.argv.slice(2));
  if (status === 0) console.log(words);
  else console.error(words);
  process.exitCode = status;
} finally {
  await client.$disconnect();
}
