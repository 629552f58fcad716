import "./library.ts";
import "./python.ts";
import "./rare.ts";
import "./trace.ts";
import "./versions.ts";
