"use client";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Opens the browser's print dialog. Not on paper itself. */
export function PrintButton({ children }: { readonly children: ReactNode }) {
  return <div className="print:hidden"><Button look="quiet" onClick={() => window.print()}>{children}</Button></div>;
}
