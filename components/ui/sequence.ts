import { createElement, Fragment, type ReactNode } from "react";

/** Children whose order never changes, so that none needs a key: the parts of a text. */
export function sequence(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}
