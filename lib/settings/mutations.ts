import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { StudySettings } from "./schema.ts";

/** Sets a user's study day. Past days keep the zone and hour they were noted with. */
export async function updateStudy(id: UserId, settings: StudySettings): Promise<void> {
  await (await db()).user.update({ where: { id }, data: settings, select: { id: true } });
}
