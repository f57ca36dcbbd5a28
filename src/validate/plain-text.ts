import { squeeze } from "../lib/grid.ts";
import { remembered } from "../lib/remembered.ts";
import { simplified } from "../lib/traditional.ts";

/** Full-width digits and signs folded, traditional characters in the standard spelling, white space gone: what patterns are written for. */
export const plainText = remembered((text) => simplified(squeeze(text.normalize("NFKC"))));
