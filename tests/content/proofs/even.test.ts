import { proofsHold } from "./hold.ts";

proofsHold(1);
