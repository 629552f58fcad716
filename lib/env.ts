import path from "node:path";
import { z } from "zod";
import { normaliseAddress } from "./auth/address.ts";

/** Addresses between commas or blanks, normalised. One that is none is a fault: its owner would wait in vain. */
const addresses = z.string().default("").transform((text, context) =>
  text.split(/[\s,]+/).filter((word) => word !== "").map((word) => {
    const address = normaliseAddress(word);
    if (address === null) context.addIssue({ code: "custom", message: `"${word}" is not an e-mail address` });
    return address ?? word;
  }),
);
const secret = z.string().min(1).optional();

/** SQLite paths count from the project's root, which is the working folder of every process of the app. */
const databaseUrl = z
  .string()
  .regex(/^(file:.|postgres(ql)?:\/\/)/, 'must begin with "file:" or "postgresql://"')
  .default("file:./data/heapwise.db")
  .transform((url) => (url.startsWith("file:") ? `file:${path.resolve(url.slice("file:".length).replace(/\?.*$/, ""))}` : url));

const schema = z
  .object({
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters; npm start writes a random one into .env"),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
    GITHUB_ID: secret,
    GITHUB_SECRET: secret,
    GOOGLE_ID: secret,
    GOOGLE_SECRET: secret,
    ADMIN_EMAILS: addresses,
    SMTP_URL: z.string().regex(/^smtps?:\/\/./, 'must begin with "smtp://" or "smtps://"').optional(),
    MAIL_FROM: z.string().max(320).regex(/^[^\r\n]*$/, "is one line").optional(),
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(8).default(0),
    SECOND_FACTOR: z.enum(["required", "offered"], 'must be "required" or "offered"').optional(),
  })
  .refine((env) => !env.GITHUB_ID === !env.GITHUB_SECRET, { path: ["GITHUB_ID"], message: "needs GITHUB_SECRET too, or neither" })
  .refine((env) => !env.SMTP_URL === !env.MAIL_FROM, { path: ["SMTP_URL"], message: "needs MAIL_FROM too, or neither" })
  .refine((env) => !env.GOOGLE_ID === !env.GOOGLE_SECRET, { path: ["GOOGLE_ID"], message: "needs GOOGLE_SECRET too, or neither" });

export type Env = z.infer<typeof schema>;

/** Reads the settings out of environment variables. An empty variable counts as unset. Throws one error naming every fault. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join("; ")}.`);
}

let parsed: Env | undefined;

/** The settings of this process, read once and late: a build needs none of them. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
