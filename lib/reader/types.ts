import type { OwnFlag } from "../flags/types.ts";

/** Who reads a page that is the same for everybody: what the browser adds to it. */
export interface Reader {
  /** Null for a visitor. */
  readonly userId: string | null;
  readonly author: boolean;
  readonly targetVersion: string;
  readonly timeZone: string;
  readonly rolloverHour: number;
  /** The reader's own flags of the card that was named. */
  readonly flags: readonly OwnFlag[];
}
