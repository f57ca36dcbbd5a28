import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore } from "../../src/store/index.ts";
import { mingzhang, temporaryFolder } from "../support/mingzhang.ts";
import { hasPython, withPython } from "../support/python.ts";

/** Runs a command on a terminal of its own, presses Ctrl-C once it has shown a file that was read, and prints what it showed and its exit code. */
const PRESSED = `
import json, os, pty, select, struct, fcntl, termios, sys
args = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.environ["LC_ALL"] = os.environ["LANG"] = "zh_CN.UTF-8"
    os.execvp(args[0], args)
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
shown, pressed = b"", False
while True:
    try:
        piece = os.read(fd, 65536)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if not pressed and sys.argv[2].encode() in shown:
        os.write(fd, b"\\x03")
        pressed = True
_, status = os.waitpid(pid, 0)
print(json.dumps({"shown": shown.decode("utf8", "replace"), "code": os.waitstatus_to_exitcode(status)}))
`;

test.skipIf(!hasPython)(
  withPython("Ctrl-C on a terminal: the cursor is back, what is read stays, one line says how to go on"),
  { timeout: 120_000 },
  () => {
    const folder = temporaryFolder();
    const source = join(packageRoot, "samples/three-pages/three-pages.pdf");
    mkdirSync(join(folder, "公开"));
    for (let n = 0; n < 60; n++) copyFileSync(source, join(folder, "公开", `${String(n).padStart(2, "0")}.pdf`));
    for (let n = 0; n < 60; n++)
      writeFileSync(
        join(folder, "公开", `${n}.txt`),
        `白鹭${n}镇2023年度部门决算\n公务接待费支出决算为${n}.50万元。\n`,
      );
    const script = join(folder, "pressed.py");
    writeFileSync(script, PRESSED);
    const database = join(folder, "库.sqlite");
    const ingest = ["ingest", join(folder, "公开"), "--db", database, "--jobs", "1"];
    const main = join(packageRoot, "dist/src/cli/main.js");
    const ran = spawnSync("python3", [script, JSON.stringify([process.execPath, main, ...ingest]), "公开/"], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const { shown, code } = JSON.parse(ran.stdout) as { shown: string; code: number };
    expect(code).toBe(130);
    expect(shown).toContain("\u001b[?25l");
    expect(shown.lastIndexOf("\u001b[?25h")).toBeGreaterThan(shown.lastIndexOf("\u001b[?25l"));
    expect(shown).toContain("再跑同一条命令接着读其余的");

    const again = mingzhang(ingest);
    expect(again.code).toBe(0);
    const store = openStore(database, { readonly: true });
    expect(store.db.prepare("SELECT count(*) FROM document").pluck().get()).toBe(61n);
    store.close();
  },
);
