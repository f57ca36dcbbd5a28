import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { packageRoot } from "../lib/package-root.ts";
import { ICON, STYLE } from "./style.ts";

/** The modules a browser loads; compiled beside the rest. */
const MODULES = ["highlight", "keys", "filters"] as const;

/** Style, icon and browser modules: the only files that are served, each by its own name. */
export function staticFiles(): Hono {
  const app = new Hono();
  const give = (path: string, type: string, body: () => string): void => {
    app.get(path, (c) => c.body(body(), 200, { "Content-Type": type, "Cache-Control": "max-age=300" }));
  };
  give("/style.css", "text/css; charset=utf-8", () => STYLE);
  give("/icon.svg", "image/svg+xml", () => ICON);
  for (const name of MODULES)
    give(`/${name}.js`, "text/javascript; charset=utf-8", () =>
      readFileSync(join(packageRoot, "dist/src/review/browser", `${name}.js`), "utf8"),
    );
  return app;
}
