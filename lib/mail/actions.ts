// Sends mail through the server of SMTP_URL.
import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../env.ts";

export interface Mail {
  /** One address, as it is stored. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const PATIENCE_MS = 15_000;

/** Whether this server can send mail: SMTP_URL and MAIL_FROM are set, and where links lead is configured. */
export function canSendMail(): boolean {
  const { SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = env();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined && NEXTAUTH_URL !== undefined;
}

/** Sends one mail and waits until the mail server has taken it. Throws when it does not. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new Error("SMTP_URL and MAIL_FROM are not set.");
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true });
  try {
    // As an object the address is taken as one, whatever is in it.
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
