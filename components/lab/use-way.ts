import { useState } from "react";
import { useNarrow } from "./use-narrow.ts";
import { useRemembered } from "./use-remembered.ts";

/** How references are told. `auto`: by arrows, unless there are too many. */
type References = "auto" | "arrows" | "chips" | "table";

export type Way = ReturnType<typeof useWay>;

/** How the picture is drawn, as the reader chose. */
export function useWay() {
  const narrow = useNarrow();
  const [way, setWay] = useState<References>("auto");
  const [compact, setCompact] = useRemembered("heapwise.values-in-place");
  const [withoutCode, setWithoutCode] = useRemembered("heapwise.without-code");
  const [folds, setFolds] = useState<boolean | null>(null);
  const [opened, setOpened] = useState<readonly number[]>([]);
  const byChips = narrow ? true : way === "auto" || way === "table" ? null : way === "chips";
  return {
    narrow, setWay, compact, setCompact, withoutCode, setWithoutCode, setFolds,
    /** Null: where the picture would be crowded. */
    asTable: way === "auto" ? null : way === "table",
    /** Opens an object, or folds it again. */
    open: (chip: number): void => setOpened(opened.includes(chip) ? opened.filter((one) => one !== chip) : [...opened, chip]),
    options: { compact, withoutCode, oneColumn: narrow, byChips, folds, opened },
  };
}
