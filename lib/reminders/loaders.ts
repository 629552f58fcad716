import "server-only";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import { canSendMail } from "../mail/actions.ts";
import { readReminder, reminderExists } from "./data.ts";
import { stopTokenSchema } from "./schema.ts";
import type { ReminderHours } from "./when.ts";

/** The signed-in user's reminder, and whether this server can send mail at all. */
export async function loadReminder(): Promise<{ readonly canSend: boolean; readonly reminder: ReminderHours | null }> {
  const user = await currentUser();
  return { canSend: canSendMail(), reminder: user === null ? null : await readReminder(user.id) };
}

/** Whether a link from a mail still ends something. Looking changes nothing: a mail scanner may look too. */
export async function loadStopState(token: string): Promise<boolean> {
  return stopTokenSchema.safeParse(token).success && reminderExists(hashOfToken(token));
}
