import { z } from "zod";

/** The secret part of a calendar's address: 256 bits in Base64url. */
export const feedTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
