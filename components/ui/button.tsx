import Link from "next/link";
import type { ComponentProps } from "react";

const shape = "inline-flex min-h-12 items-center justify-center gap-2 rounded-lg px-5 text-[0.95rem] font-semibold transition-colors duration-100";
const looks = {
  // The border is seen where colours are forced.
  primary: "border border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "border border-edge bg-surface text-ink hover:bg-sunken",
} as const;

interface Look {
  readonly look?: keyof typeof looks;
}

/** A button at least 48 px high. */
export function Button({ look = "primary", className = "", type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={`${shape} ${looks[look]} aria-disabled:opacity-60 ${className}`} {...rest} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ look = "primary", className = "", ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}
