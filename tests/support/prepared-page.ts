import type { Prepared } from "../../src/layout/scan/prepared-page.ts";

/** A straight white page of so many pixels at 200 dpi without rules, lines or ink, but for what is given. */
export function preparedPage(width: number, height: number, given: Partial<Prepared> = {}): Prepared {
  return {
    straight: { width, height, pixels: new Uint8Array(width * height).fill(255) },
    mask: { width, height, ink: new Uint8Array(width * height) },
    dpi: 200,
    rules: [],
    lines: [],
    streaks: [],
    uncleared: null,
    bent: false,
    ...given,
  };
}
