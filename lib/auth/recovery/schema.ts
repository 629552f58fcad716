import { z } from "zod";
import { address, newPassword } from "../schema.ts";

export const requestSchema = z.strictObject({ email: address });

/** 256 bits in Base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const tokenSchema = token;

export const setPasswordSchema = z.strictObject({ token, next: newPassword });

export const makeLinkSchema = z.strictObject({ userId: z.string().min(1).max(64) });
