import type { ReactNode } from "react";

/** A key. Hidden where there is no keyboard to speak of. */
export function Kbd({ children, className = "" }: { readonly children: ReactNode; readonly className?: string }) {
  return <kbd className={`rounded-[5px] border border-b-2 border-line px-1.5 font-mono text-xs font-normal text-ink-2 ${className}`}>{children}</kbd>;
}
