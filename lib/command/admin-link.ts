// Run at every start: while there is no admin, makes a one-time link valid and prints its token.
import { randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import { connect, provideDatabase } from "../db/client.ts";
import { env } from "../env.ts";
import { hashOfToken } from "../auth/claim-token.ts";
import { issueAdminClaim } from "../auth/mutations.ts";

const validMs = 24 * 60 * 60 * 1000;

const client = await connect(env().DATABASE_URL, { pool: 1, patienceMs: 30_000 });
provideDatabase(client);
const token = randomBytes(32).toString("base64url");
if (await issueAdminClaim(hashOfToken(token), now(), validMs)) console.log(token);
await client.$disconnect();
