import type { ReactNode } from "react";

const widths = { text: "max-w-3xl", form: "max-w-md", wide: "max-w-5xl", full: "max-w-[100rem]" } as const;

/** The middle of a page: one column, as wide as its content reads well. */
export function Page({ width = "text", children }: { readonly width?: keyof typeof widths; readonly children: ReactNode }) {
  return <main id="main" tabIndex={-1} data-width={width} className={`mx-auto w-full ${widths[width]} px-4 py-6 sm:px-6 sm:py-10`}>{children}</main>;
}
