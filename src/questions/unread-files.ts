import { z } from "zod";
import { unreadFiles } from "../store/index.ts";
import { pageOf, paging, text } from "./fields.ts";
import { question } from "./question.ts";

/** Files of which nothing is held but why. */
export const unreadFile = question({
  name: "unread.files",
  path: "unread-files",
  title: ["没能读的文件", "Files that could not be read"],
  params: z.strictObject(paging),
  answer: pageOf(
    z.strictObject({ file: z.string(), sha256: text, code: z.string(), message: z.string(), called: text }),
  ),
  ask: unreadFiles,
});
