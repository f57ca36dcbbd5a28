import { squeeze } from "../lib/grid.ts";
import { remembered } from "../lib/remembered.ts";

/** A classification name without what printers vary: white space, full width, 类/款/项, a trailing 支出. */
export const foldName = remembered((name) =>
  squeeze(name.normalize("NFKC"))
    .replace(/\([类款项目]\)/g, "")
    .replace(/[“”"'《》、,，]/g, "")
    .replace(/(性)?支出$/, ""),
);

/** Last name of a path `类/款/项`. */
export const leafOf = (item: string): string => item.split("/").at(-1) ?? item;
