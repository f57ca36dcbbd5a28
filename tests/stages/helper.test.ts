import { expect, test } from "vitest";
import { ExtractionError } from "../../src/lib/errors.ts";
import { inHelper } from "../../src/lib/helper/index.ts";
import { endHelpers } from "../../src/lib/helper/running.ts";
import type { Asked } from "../support/helper-work.ts";

const KIND = { module: new URL("../support/helper-work.ts", import.meta.url), megabytes: 400, seconds: 2 };

/** The pieces of a helper's work, and the code of what was in the way. */
async function done(asked: Asked): Promise<{ pieces: string[]; code: string | null; message: string }> {
  const pieces: string[] = [];
  try {
    for await (const piece of inHelper<string>(KIND, asked, "a.doc")) pieces.push(piece);
    return { pieces, code: null, message: "" };
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    expect(error.where).toBe("a.doc");
    return { pieces, code: error.code, message: error.message };
  }
}

const isRunning = (pid: string | undefined): boolean => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

test("a helper is started once and kept; an error of its work is the work's alone", async () => {
  const first = await done("count");
  expect(first.pieces).toEqual([expect.stringMatching(/^\d+$/), "two"]);
  expect(await done("throw")).toMatchObject({ pieces: [first.pieces[0]], code: "crashed", message: "on demand" });
  expect((await done("count")).pieces[0]).toBe(first.pieces[0]);
});

test("trouble of another copy of the program's classes keeps its code", async () => {
  expect(await done("throw as another copy")).toMatchObject({ code: "password", message: "locked" });
});

test("what it prints reaches no terminal and is no error", async () => {
  expect(await done("print")).toMatchObject({ code: null });
});

test.each([
  ["exit", "crashed"],
  ["hang", "timeout"],
  ["allocate", "limit-exceeded"],
] as const)("work that would %s costs its process only: %s; the next work gets another", async (asked, code) => {
  const ended = await done(asked);
  expect(ended.code).toBe(code);
  expect(isRunning(ended.pieces[0])).toBe(false);
  const next = await done("count");
  expect(next).toMatchObject({ code: null });
  expect(next.pieces[0]).not.toBe(ended.pieces[0]);
});

test("a helper that another ends is told as such, since it may not happen again", async () => {
  const pieces: string[] = [];
  const work = async (): Promise<void> => {
    for await (const piece of inHelper<string>(KIND, "hang" satisfies Asked, "a.doc")) {
      pieces.push(piece);
      setTimeout(() => process.kill(Number(piece), "SIGKILL"), 50);
    }
  };
  await expect(work()).rejects.toMatchObject({ code: "helper-ended" });
  expect(pieces).toHaveLength(1);
});

test("a file that is given up takes its helpers with it, busy or not", async () => {
  const pieces: string[] = [];
  const work = async (): Promise<void> => {
    for await (const piece of inHelper<string>(KIND, "hang" satisfies Asked, "a.doc")) {
      pieces.push(piece);
      setTimeout(endHelpers, 50);
    }
  };
  await expect(work()).rejects.toMatchObject({ code: "helper-ended" });
  expect(isRunning(pieces[0])).toBe(false);
});
