import "./chunks/all.ts";
import { main } from "./cli-main.ts";

process.exitCode = main(process.argv.slice(2));
