import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../lib/package-root.ts";
import { rulesPage } from "./rules-page.ts";

writeFileSync(join(packageRoot, "docs", "rules.md"), rulesPage());
