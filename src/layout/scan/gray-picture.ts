/** A page as one byte a pixel, 0 black to 255 white, rows from the top. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a page's picture may come as: encoded bytes (JPEG, PNG, TIFF) or bare RGBA. */
export type RawPicture = Uint8Array | { readonly width: number; readonly height: number; readonly rgba: Uint8Array };
