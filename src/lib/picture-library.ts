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
    library ??= require("sharp") as Library;
    return library;
  } catch (cause) {
    const message = "pictures cannot be read: sharp has no native part here; install again without --omit=optional";
    throw new ExtractionError("missing-program", message, null, cause);
  }
}
