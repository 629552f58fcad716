import { proofsHold } from "./hold.ts";

proofsHold(0);
