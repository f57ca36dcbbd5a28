// `npm start`: installs what is missing, builds, reads samples/ into an SQLite file and shows what is in it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const database = "data/local/samples.sqlite";
build();
const mingzhang = (...args) => {
  const { status } = spawnSync(process.execPath, [join(root, "dist/src/cli/main.js"), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = status ?? 1;
};
mingzhang("ingest", "samples", "--db", database);
for (const measure of ["actual", "initial_budget"]) {
  console.log("");
  mingzhang("panel", "--concept", "sangong.total", "--measure", measure, "--db", database);
}
console.log(`\n在浏览器里看（review it in a browser）：\n  npx mingzhang serve --db ${database}`);
