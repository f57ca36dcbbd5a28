// Installs what is missing, from the npm registry alone. No dependency's install script runs (`ignore-scripts` in .npmrc): the one
// package with native code, better-sqlite3, is compiled here from its own source against the headers of the running Node.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Runs a program in the checkout with its output on standard error; ends this process where it fails. */
export function run(program, args, environment = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...environment },
  });
  if (error) console.error(`${program}: ${error.message}`);
  if (status !== 0) {
    console.error(`failed: ${program} ${args.join(" ")}`);
    process.exit(1);
  }
}

function packagesAreThere() {
  const { dependencies, devDependencies } = read(join(root, "package.json"));
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const manifest = join(root, "node_modules", name, "package.json");
    return existsSync(manifest) && read(manifest).version === version;
  });
}

const sqliteWorks = () =>
  spawnSync(process.execPath, ["-e", "new (require('better-sqlite3'))(':memory:')"], { cwd: root, stdio: "ignore" })
    .status === 0;

export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node}: 需要 20.19 以上 (20.19 or newer is needed)`);
    process.exit(1);
  }
  if (!packagesAreThere()) {
    console.error("npm ci …");
    run("npm", ["ci", "--include=dev", "--no-progress"]);
  }
  if (sqliteWorks()) return;
  console.error("better-sqlite3 …");
  // With Node's own headers at hand node-gyp fetches none.
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
  run("npm", ["rebuild", "better-sqlite3", "--ignore-scripts=false"], {
    npm_config_build_from_source: "true",
    ...headers,
  });
}

/** Installs what is missing and builds. */
export function build() {
  install();
  run(process.execPath, [join(root, ".ci/bundle.mjs")]);
  // The types of what the package exports, with their comments.
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "src/tsconfig.types.json"]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) install();
