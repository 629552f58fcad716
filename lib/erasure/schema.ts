import { z } from "zod";

/** What shows that the owner asks: the password, or the address. */
export const eraseSchema = z.strictObject({ proof: z.string().min(1).max(512) });
