import { squeeze } from "../lib/grid.ts";
import { remembered } from "../lib/remembered.ts";

/** Full-width digits and signs folded, white space gone: what patterns are written for. */
export const plainText = remembered((text) => squeeze(text.normalize("NFKC")));
