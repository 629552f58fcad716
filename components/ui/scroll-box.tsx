import type { ReactNode, Ref } from "react";

interface ScrollBoxProps {
  /** With a name the box is a region of the page. */
  readonly label?: string;
  readonly className: string;
  /** "no" where the content is a program. */
  readonly translate?: "no";
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A box that scrolls: it takes the focus, so that the keyboard can scroll it too (WCAG 2.1.1). */
export function ScrollBox({ label, className, translate, ref, children }: ScrollBoxProps) {
  return (
    // Positioned, so that what is only there for a screen reader scrolls with the box and does not widen the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section ref={ref} tabIndex={0} aria-label={label} translate={translate} className={`relative ${className} focus-visible:-outline-offset-2`}>
      {children}
    </section>
  );
}
