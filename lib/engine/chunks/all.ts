import "./library.ts";
import "./python.ts";
import "./rare.ts";
import "./versions.ts";
