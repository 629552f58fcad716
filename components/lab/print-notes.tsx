import { fragmentOf } from "../../lib/lab/program-link.ts";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";

/** What a sheet of paper has beside the picture: which step it is, what changed in it, and the address that leads back to it. */
export function PrintNotes({ run, look, at }: { readonly run: StageRun; readonly look: Look; readonly at: number }) {
  const changes = look.twin.sections.find(({ id }) => id === "changes")?.blocks[0];
  return (
    <div className="hidden gap-2 border-t border-line p-4 text-sm print:grid">
      <p className="font-semibold">{look.twin.title}</p>
      {changes?.kind === "list" && <ul className="list-disc pl-5">{changes.items.map((change) => <li key={change}>{change}</li>)}</ul>}
      <p className="font-mono text-xs [overflow-wrap:anywhere]">{`${window.location.origin}/play#${fragmentOf({ ...run.program, step: at })}`}</p>
    </div>
  );
}
