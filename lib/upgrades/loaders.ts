import "server-only";
import { notFound } from "next/navigation";
import { requireRole } from "../auth/loaders.ts";
import { idProblem } from "../cards/schema.ts";
import { readUpgrade, readUpgrades } from "./data.ts";
import type { Upgrade, UpgradeRow } from "./types.ts";

/** The cards whose edit met a file of the release. For authors. */
export async function loadUpgrades(): Promise<UpgradeRow[]> {
  await requireRole("AUTHOR", "/studio/upgrades");
  return readUpgrades();
}

/** The texts of one of them, or the page "not found". For authors. */
export async function loadUpgrade(cardId: string): Promise<Upgrade> {
  await requireRole("AUTHOR", "/studio/upgrades");
  const upgrade = idProblem(cardId) === null ? await readUpgrade(cardId) : null;
  return upgrade ?? notFound();
}
