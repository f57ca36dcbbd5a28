// `npm run licences`: docs/licences.md from the lock file: every package that is installed with this one, and under which licence.
// With --check nothing is written: ends with 1 where the page is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, "docs/licences.md");
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const direct = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
/** Installed by whoever wants them, and in a checkout, where tests use them. */
const isCompanion = (path) => Object.hasOwn(manifest.peerDependencies, nameOf(path));

const packages = Object.entries(lock.packages)
  .filter(([path, { dev, devOptional }]) => path !== "" && (isCompanion(path) || !(dev || devOptional)))
  .map(([path, { version, license, optional }]) => ({
    name: nameOf(path),
    version,
    licence: license ?? "?",
    when: isCompanion(path) ? "另装 companion" : optional === true ? "可选 optional" : "",
  }));
const unique = [...new Map(packages.map((p) => [`${p.name}@${p.version}`, p])).values()].sort((a, b) =>
  a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1,
);
const counts = new Map();
for (const { licence } of unique) counts.set(licence, (counts.get(licence) ?? 0) + 1);
const rows = unique.map(
  ({ name, version, licence, when }) =>
    `| ${direct.has(name) ? `**${name}**` : name} | ${version} | ${licence} | ${when} |`,
);
const text = `# 许可 Licences

明账自己以 MIT 发布。下面是和它一起装上的包，取自 package-lock.json；粗体是直接用到的，“可选”的只在合适的系统上装，“另装”的由要用的人自己装。\`npm run licences\` 重写本文。

*Mingzhang itself is under the MIT licence. Below is every package installed with it, from the lock file; bold ones are used directly, optional ones are
installed where the system calls for them, companions by whoever wants them. Each package ships its own licence text. The LGPL entries are libvips, which sharp loads as a shared library.*

| 许可 licence | 包 packages |
| --- | --- |
${[...counts]
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([licence, n]) => `| ${licence} | ${n} |`)
  .join("\n")}

| 包 package | 版本 version | 许可 licence | |
| --- | --- | --- | --- |
${rows.join("\n")}
`;

if (!process.argv.includes("--check")) writeFileSync(page, text);
else if (readFileSync(page, "utf8") !== text) {
  console.error("docs/licences.md is stale: npm run licences");
  process.exitCode = 1;
}
