import { z } from "zod";

/** The id of a session, as a cookie and a form may hold it. */
export const sessionIdSchema = z.uuid();
