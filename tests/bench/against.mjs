// npm run bench -- --against COMMIT [FOLDER] [--times 5] [--scale 1000,10000] [--documents 2000] [--only pdfs,scans,store]
// npm run bench -- --scans --against COMMIT [FOLDER] [--times 3] [--pages 20]
//
// This checkout beside another commit of it, which gets a working tree of its own: both do the same work in turn, so that what else the
// machine does falls on both. Told are the medians and their ratio (below 1: faster or less now): seconds, processor seconds, peak memory.
// With --scans only recognition: a start with its first page, each page after it, and what all processes of a long scan hold at a time.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { measure } from "./measure.mjs";
import { peers } from "./peers.mjs";
import { longScan, scannedPages, standing } from "./scans.mjs";

/** The other commit, installed and built: kept in the folder for temporary files, so that the next time costs nothing. */
function builtAt(root, commit) {
  const git = (...args) => spawnSync("git", ["-C", root, ...args], { encoding: "utf8" });
  const hash = git("rev-parse", "--verify", `${commit}^{commit}`).stdout.trim();
  if (hash === "") throw new Error(`no such commit: ${commit}`);
  const tree = join(tmpdir(), `mingzhang-bench-${hash.slice(0, 12)}`);
  if (existsSync(join(tree, "dist/src/cli/main.js"))) return tree;
  git("worktree", "prune");
  const run = (program, args, cwd) => {
    const { status } = spawnSync(program, args, { cwd, stdio: ["ignore", 2, 2] });
    if (status !== 0) throw new Error(`failed: ${program} ${args.join(" ")}`);
  };
  if (!existsSync(tree)) run("git", ["-C", root, "worktree", "add", "--detach", tree, hash], root);
  run(process.execPath, [".ci/build.mjs"], tree);
  return tree;
}

const middle = (runs, what) => {
  const values = runs.map((run) => run[what] ?? 0).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
};
const line = (...cells) => console.log(cells.map((c, n) => (n === 0 ? c.padEnd(44) : c.padStart(11))).join(""));
const ratio = (now, then) => (then > 0 ? (now / then).toFixed(2) : "-");

function told(name, then, now) {
  for (const [what, unit] of [
    ["seconds", "s"],
    ["cpu", "CPU s"],
    ["peak", "MB"],
    ["all", "MB in all"],
  ])
    line(
      what === "seconds" ? name : "",
      unit,
      middle(then, what).toFixed(2),
      middle(now, what).toFixed(2),
      ratio(middle(now, what), middle(then, what)),
    );
}

/** The same work by both, in turn; `work` gives the arguments for a checkout and readies what it writes to. */
async function inTurn(name, times, trees, work) {
  const runs = trees.map(() => []);
  // The first start after a build keeps compiled code for the others: it is no run to be measured.
  for (const tree of trees) await measure(process.execPath, work(tree));
  for (let n = 0; n < times; n++)
    for (const [i, tree] of trees.entries()) {
      const run = await measure(process.execPath, work(tree));
      if (!run.ok) return console.log(`${name}: ${i === 0 ? "then" : "now"}: ${run.why}`);
      runs[i].push(run);
    }
  told(name, ...runs);
  return runs[1];
}

/** What the store's benchmark of a checkout prints, by what it measures: milliseconds. */
function storeFigures(tree, documents) {
  const args = [join(tree, "node_modules/tsx/dist/cli.mjs"), join(tree, "tests/bench/store.ts"), documents];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) return new Map();
  const saving = [...stdout.matchAll(/documents: [\d.]+ ms a document \(([\d.]+) ms of processor\)/gu)].map(
    (m) => +m[1],
  );
  const asked = [...stdout.matchAll(/^(\S.*?)\s+([\d.]+) ms\s+\d+ rows$/gmu)].map((m) => [m[1], +m[2]]);
  return new Map([["save a document (processor)", saving.reduce((a, b) => a + b, 0) / saving.length], ...asked]);
}

/**
 * Recognition by both commits: one page, then so many more in one file, the same pictures each time; a page is the difference. The first
 * pages of a file cost what starting costs besides.
 */
export async function benchScansAgainst({ root, commit, folder, times, work, pages }) {
  process.env.MINGZHANG_CACHE = "off";
  const trees = [builtAt(root, commit), root];
  const pictures = await standing(await scannedPages(root, folder));
  const database = join(work, "scans.sqlite");
  const scans = [1, 1 + pages].map((count) => {
    const path = join(work, `${count}.scan.pdf`);
    writeFileSync(path, longScan(pictures, count));
    return path;
  });
  line(`${commit} → this checkout, medians of ${times}`, "", "then", "now", "ratio");
  const runs = trees.map(() => scans.map(() => []));
  for (let n = 0; n <= times; n++)
    for (const [i, tree] of trees.entries())
      for (const [k, path] of scans.entries()) {
        for (const suffix of ["", "-wal", "-shm"]) rmSync(database + suffix, { force: true });
        const run = await measure(process.execPath, [
          join(tree, "dist/src/cli/main.js"),
          "ingest",
          path,
          "--db",
          database,
        ]);
        if (!run.ok) return console.log(`${i === 0 ? "then" : "now"}: ${run.why}`);
        // the first start after a build keeps compiled code for the others
        if (n > 0) runs[i][k].push(run);
      }
  const [then, now] = runs.map(([one, many]) => ({
    one: { seconds: middle(one, "seconds"), cpu: middle(one, "cpu") },
    page: Object.fromEntries(["seconds", "cpu"].map((w) => [w, (middle(many, w) - middle(one, w)) / pages])),
    all: middle(many, "all"),
  }));
  const row = (name, unit, figure) =>
    line(name, unit, figure(then).toFixed(2), figure(now).toFixed(2), ratio(figure(now), figure(then)));
  row("a scan of one page, from the start", "s", ({ one }) => one.seconds);
  row("", "CPU s", ({ one }) => one.cpu);
  row(`each of ${pages} pages more`, "s", ({ page }) => page.seconds);
  row("", "CPU s", ({ page }) => page.cpu);
  row("all processes at a time", "MB", ({ all }) => all);
}

export async function benchAgainst({ root, commit, times, work, copies, pdfs, scans, scale, documents, only }) {
  const trees = [builtAt(root, commit), root];
  const database = join(work, "against.sqlite");
  const ingest =
    (path, ...more) =>
    (tree) => {
      for (const suffix of ["", "-wal", "-shm", ".readings"])
        rmSync(database + suffix, { force: true, recursive: true });
      return [join(tree, "dist/src/cli/main.js"), "ingest", path, "--db", database, ...more];
    };
  line(`${commit} → this checkout, medians of ${times}`, "", "then", "now", "ratio");
  if (only.includes("pdfs")) {
    const once = copies("against", pdfs, 1);
    const now = await inTurn("ingest of all PDFs, cold", times, trees, ingest(once, "--ocr", "never"));
    for (const peer of peers(join(tmpdir(), "mingzhang-bench-peers"), once)) {
      const run = peer.why === undefined ? await measure(peer.program, peer.args) : { ok: false, why: peer.why };
      if (!run.ok) console.log(`  ${peer.name}: skipped (${run.why})`);
      else if (now)
        line(
          `  this checkout beside ${peer.name}`,
          "s",
          run.seconds.toFixed(2),
          middle(now, "seconds").toFixed(2),
          ratio(middle(now, "seconds"), run.seconds),
        );
    }
    for (const path of pdfs)
      await inTurn(`extract ${path.split("/").pop()}`, times, trees, (tree) => [
        join(tree, "dist/src/cli/main.js"),
        "extract",
        path,
        "--ocr",
        "never",
      ]);
    const counting = new Database(database, { readonly: true });
    const pages = counting.prepare("SELECT coalesce(sum(pages), 0) FROM document").pluck().get();
    counting.close();
    for (const wanted of scale) {
      const many = copies(`against-${wanted}`, pdfs, Math.max(1, Math.round(wanted / pages)));
      await inTurn(`ingest of about ${wanted} pages`, Math.min(times, 3), trees, ingest(many, "--ocr", "never"));
      rmSync(many, { recursive: true });
    }
  }
  if (only.includes("scans") && scans.length > 0)
    await inTurn("ingest of all scans", Math.min(times, 3), trees, ingest(copies("against-scans", scans, 1)));
  if (only.includes("store")) {
    const [then, now] = trees.map((tree) => storeFigures(tree, documents));
    for (const [name, ms] of now)
      line(
        `store of ${documents}: ${name}`.slice(0, 44),
        "ms",
        (then.get(name) ?? 0).toFixed(1),
        ms.toFixed(1),
        ratio(ms, then.get(name) ?? 0),
      );
  }
}
