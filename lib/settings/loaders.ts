import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type DeviceSettings, deviceSchema } from "./schema.ts";

/** Cookie names of what a browser remembers. */
export const DEVICE_COOKIES = { theme: "heapwise.theme", singleKeys: "heapwise.keys" } as const;

/** How this browser shows the app. A cookie that says anything else than is offered counts as not set. */
export const loadDeviceSettings = cache(async (): Promise<DeviceSettings> => {
  const jar = await cookies();
  const theme = deviceSchema.shape.theme.safeParse(jar.get(DEVICE_COOKIES.theme)?.value);
  const singleKeys = deviceSchema.shape.singleKeys.safeParse(jar.get(DEVICE_COOKIES.singleKeys)?.value);
  return { theme: theme.data ?? "system", singleKeys: singleKeys.data ?? "on" };
});
