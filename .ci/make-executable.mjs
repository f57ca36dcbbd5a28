// `npx mingzhang` runs the built file itself; the compiler does not set its executable bit.
import { chmodSync } from "node:fs";

chmodSync(new URL("../dist/src/cli/main.js", import.meta.url), 0o755);
