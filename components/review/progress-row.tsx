"use client";
import type { Keys } from "../../lib/settings/keys.ts";
import { Kbd } from "../ui/kbd.tsx";
import { SyncStatus } from "./sync-status.tsx";

interface ProgressRowProps {
  readonly done: number;
  readonly total: number;
  readonly canUndo: boolean;
  /** The single keys; null where they are off. */
  readonly keys: Keys | null;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
  /** Null where no card is on the screen. */
  readonly onFlag: (() => void) | null;
  /** Null where no card is on the screen. */
  readonly onMore: (() => void) | null;
  /** Whether the card on the screen was flagged just now. */
  readonly flagged: boolean;
}

const quiet = "inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-lg px-2 text-ink-2 hover:bg-sunken hover:text-ink";

/** Where the sitting stands, and what can be done besides answering. */
export function ProgressRow({ done, total, canUndo, keys, onUndo, onHelp, onFlag, onMore, flagged }: ProgressRowProps) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm">
      {total > 0 && (
        <>
          <span className="tabular-nums text-ink-2">{done} of {total}</span>
          <span aria-hidden="true" className="hidden h-1 w-24 overflow-hidden rounded-full bg-line min-[480px]:block sm:w-40"><span className="block h-full origin-left bg-accent" style={{ transform: `scaleX(${done / total})` }} /></span>
        </>
      )}
      <SyncStatus />
      <span className="-mr-3 ml-auto flex">
        {canUndo && <button type="button" className={quiet} onClick={onUndo}>Undo {keys !== null && <Kbd className="hidden lg:inline">{keys.undo}</Kbd>}</button>}
        {onFlag !== null && <button type="button" className={quiet} onClick={onFlag} aria-haspopup="dialog">{flagged ? "Flagged" : "Flag"} {keys !== null && <Kbd className="hidden lg:inline">{keys.flag}</Kbd>}</button>}
        {onMore !== null && <button type="button" className={quiet} onClick={onMore} aria-label="This card: skip, suspend and more" aria-haspopup="dialog">More {keys !== null && <Kbd className="hidden lg:inline">{keys.more}</Kbd>}</button>}
        <button type="button" className={quiet} onClick={onHelp} aria-label="Keys and help" aria-haspopup="dialog">?</button>
      </span>
    </div>
  );
}
