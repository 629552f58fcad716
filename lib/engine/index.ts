/** The engine's door: what may be used from outside this folder, with everything at hand. A page, which loads it, uses web.ts. */
import "./chunks/all.ts";

export * from "./door.ts";
