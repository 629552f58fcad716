import { createHmac } from "node:crypto";

/** What ends a user's reminders from a mail. It follows from the server's secret, so that every mail can have the same link and none is stored. */
export const stopTokenOf = (userId: string, secret: string): string => createHmac("sha256", secret).update(`end the reminders of ${userId}`).digest("base64url");

export const stopLink = (origin: string, token: string): string => `${origin}/reminders/${token}`;
