import { createRequire } from "node:module";
import { ExtractionError } from "./errors.ts";

type Library = typeof import("sharp").default;

const require = createRequire(import.meta.url);
let library: Library | undefined;

/**
 * The library that decodes pictures, loaded when a picture is met. Its native part is an optional dependency of its own: installed without
 * it, everything but pictures is read. Throws ExtractionError `missing-program`.
 */
export function pictureLibrary(): Library {
  try {
    if (library) return library;
    library = require("sharp") as Library;
    // One picture at a time, and none kept: what its threads leave behind in memory is more than they save in time.
    library.concurrency(1);
    library.cache(false);
    return library;
  } catch (cause) {
    const message = "pictures cannot be read: sharp has no native part here; install again without --omit=optional";
    throw new ExtractionError("missing-program", message, null, cause);
  }
}
