import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { readKeys } from "./keys.ts";
import { type DeviceSettings, deviceSchema } from "./schema.ts";

/** Cookie names of what a browser remembers. */
export const DEVICE_COOKIES = {
  theme: "heapwise.theme",
  singleKeys: "heapwise.keys",
  intervals: "heapwise.intervals",
  confidence: "heapwise.confidence",
  aloud: "heapwise.aloud",
  keys: "heapwise.keymap",
} as const satisfies Record<keyof DeviceSettings, string>;

/** How this browser shows the app. A cookie that says anything else than is offered counts as not set. */
export const loadDeviceSettings = cache(async (): Promise<DeviceSettings> => {
  const jar = await cookies();
  const said = (name: keyof typeof DEVICE_COOKIES): string | undefined => jar.get(DEVICE_COOKIES[name])?.value;
  const { theme, singleKeys, intervals, confidence, aloud } = deviceSchema.shape;
  return {
    theme: theme.safeParse(said("theme")).data ?? "system",
    singleKeys: singleKeys.safeParse(said("singleKeys")).data ?? "on",
    intervals: intervals.safeParse(said("intervals")).data ?? "on",
    confidence: confidence.safeParse(said("confidence")).data ?? "on",
    aloud: aloud.safeParse(said("aloud")).data ?? "off",
    keys: readKeys(said("keys")),
  };
});
