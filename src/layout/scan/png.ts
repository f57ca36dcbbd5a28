import { pictureLibrary } from "../../lib/picture-library.ts";
import type { GrayPicture } from "./picture.ts";

/** A grey picture as PNG bytes: what engines are given. Fast rather than small. */
export const pngOf = ({ width, height, pixels }: GrayPicture): Promise<Buffer> =>
  pictureLibrary()(pixels, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
