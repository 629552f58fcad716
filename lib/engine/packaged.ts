/** What the package's script for Node holds: the door and the command. */
export * from "./index.ts";
export { main } from "./cli-main.ts";
