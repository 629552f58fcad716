import type { PlannedCard, Standing } from "./compare.ts";
import type { ReadFile } from "./formats.ts";

const MOST = 100;
const STANDINGS: readonly Standing[] = ["new", "changed", "same", "refused"];

/** What an import would do, line by line: refused cards with their reasons, drafts, losses, and the counts. */
export function importLines(planned: readonly PlannedCard[], { drafts, losses }: Pick<ReadFile, "drafts" | "losses">): string[] {
  const shown = planned.filter((one) => one.standing !== "same").map(({ standing, card, place }) => `${standing.padEnd(8)} ${card.front?.id ?? place}`);
  const refused = planned.flatMap(({ place, problems }) => problems.map((problem) => `  ${place}:${problem.line}:${problem.column}  ${problem.message}`));
  const lost = losses.map(({ place, what }) => `lost     ${place}: ${what}`);
  const counts = STANDINGS.map((standing) => `${planned.filter((one) => one.standing === standing).length} ${standing}`);
  return [...shortened(shown), ...shortened(refused), ...shortened(lost), [...counts, `${drafts.length} drafts to be finished`, `${losses.length} losses`].join(", ")];
}

function shortened(lines: readonly string[]): string[] {
  return lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), `  and ${lines.length - MOST} more`];
}
