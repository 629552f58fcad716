import { recall, remember } from "./device-memory.ts";
import { newEventId } from "./event-id.ts";

let made: string | null = null;

/** What this browser calls itself to the server, so that it can ask what has arrived of it. Made once; where nothing is stored, anew with each page. */
export function deviceId(): string {
  made ??= recall("device");
  if (made === null) {
    made = newEventId();
    remember("device", made);
  }
  return made;
}
