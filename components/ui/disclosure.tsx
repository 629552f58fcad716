import type { ReactNode } from "react";

interface DisclosureProps {
  readonly label: string;
  /** Of the line that opens it. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something that few need at once: a line that opens it, with the sign that says so. */
export function Disclosure({ label, className = "text-sm text-ink-2", children }: DisclosureProps) {
  return (
    <details className="group">
      <summary className={`inline-flex min-h-11 list-none items-center gap-1.5 hover:text-ink ${className}`}><span aria-hidden="true" className="text-ink-3 transition-transform duration-100 group-open:rotate-90">▸</span>{label}</summary>
      {children}
    </details>
  );
}
