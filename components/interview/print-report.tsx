"use client";
import { useEffect } from "react";
import { Button } from "../ui/button.tsx";

/** Prints the report whole: a closed part would be left out on paper. */
export function PrintReport() {
  useEffect(() => {
    const open = (): void => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>("main details")) part.open = true;
    };
    window.addEventListener("beforeprint", open);
    return () => window.removeEventListener("beforeprint", open);
  }, []);
  return <div className="print:hidden"><Button look="quiet" onClick={() => window.print()}>Print the report</Button></div>;
}
