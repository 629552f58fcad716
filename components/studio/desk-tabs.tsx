"use client";
import type { KeyboardEvent, ReactNode } from "react";

export const TABS = ["source", "preview", "checks", "diagram"] as const;
export type Tab = (typeof TABS)[number];
const WORDS: Record<Tab, string> = { source: "Source", preview: "Preview", checks: "Checks", diagram: "Diagram" };

/** On a small screen one pane at a time; arrow keys move between the tabs. On a large screen all panes are there and the tabs are not. */
export function TabBar({ tab, onChange }: { readonly tab: Tab; readonly onChange: (tab: Tab) => void }) {
  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? tab;
    onChange(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Panes" className="grid grid-cols-4 border-b border-line lg:hidden">
      {TABS.map((one) => (
        <button key={one} type="button" role="tab" id={`tab-${one}`} aria-selected={one === tab} aria-controls={`pane-${one}`} tabIndex={one === tab ? 0 : -1} onClick={() => onChange(one)} onKeyDown={move} className="-mb-px min-h-12 border-b-2 border-transparent text-ink-2 aria-selected:border-accent aria-selected:font-semibold aria-selected:text-ink">
          {WORDS[one]}
        </button>
      ))}
    </div>
  );
}

/** A pane of the desk, hidden on a small screen while another is shown. */
export function Pane({ tab, shown, className = "", children }: { readonly tab: Tab; readonly shown: boolean; readonly className?: string; readonly children: ReactNode }) {
  return <section id={`pane-${tab}`} aria-label={WORDS[tab]} className={`min-w-0 ${shown ? "" : "hidden lg:block"} ${className}`}>{children}</section>;
}
