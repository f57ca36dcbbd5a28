import robotsModule from "robots-parser";

/** The package is CommonJS: what its types call the default is the module itself. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** The name under which a robots.txt may speak of this program. */
export const PRODUCT = "mingzhang";
/** RFC 9309 has no more than so much of the file read. */
const READ_BYTES = 500 << 10;

/** What an origin's robots.txt says. */
export interface Robots {
  allows(address: URL): boolean;
  /** Seconds; null where it asks for none. */
  readonly crawlDelay: number | null;
}

const EVERYTHING: Robots = { allows: () => true, crawlDelay: null };
const NOTHING: Robots = { allows: () => false, crawlDelay: null };

/** Rules by RFC 9309: no file (4xx) allows everything, a server that fails (5xx, no answer: `status` null) allows nothing for now. */
export function readRobots(address: URL, status: number | null, body: Uint8Array): Robots {
  if (status === null || status >= 500 || status === 429) return NOTHING;
  if (status < 200 || status >= 300) return EVERYTHING;
  const text = new TextDecoder().decode(body.subarray(0, READ_BYTES));
  // A page instead of the file: an address that is not there, told with 200.
  if (/^\s*<(?:!doctype|html)/iu.test(text)) return EVERYTHING;
  const rules = robotsParser(address.href, text);
  const delay = rules.getCrawlDelay(PRODUCT);
  return {
    allows: (asked) => rules.isAllowed(asked.href, PRODUCT) !== false,
    crawlDelay: delay !== undefined && Number.isFinite(delay) && delay > 0 ? delay : null,
  };
}
