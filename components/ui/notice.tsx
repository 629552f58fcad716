import type { ReactNode } from "react";

/** A result of what the user did, read out when it appears. The container stays, so that screen readers watch it. */
export function Notice({ tone = "plain", children }: { readonly tone?: "plain" | "problem"; readonly children?: ReactNode }) {
  const look = tone === "problem" ? "border-again" : "border-held";
  return (
    <div role="status">
      {children && <p className={`border-l-[3px] ${look} py-1 pl-4`}>{children}</p>}
    </div>
  );
}
