import type { GrayPicture } from "./gray-picture.ts";
import { decoded, meansTheSame } from "./picture-decoding.ts";

/** An encoded picture, and what is wanted of it: whether it means the same outside its PDF, or the picture itself. */
export interface PictureRequest {
  readonly bytes: Uint8Array;
  readonly want: "gray" | "plain";
}

/** Foreign pictures are decoded in a process of their own: their decoders are native code. */
export async function* work({ bytes, want }: PictureRequest): AsyncGenerator<GrayPicture | boolean> {
  yield want === "gray" ? await decoded(bytes) : await meansTheSame(bytes);
}
