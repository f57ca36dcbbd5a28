import { flatOpenDocument } from "../lib/flat-open-document.ts";
import type { MediaType } from "../lib/source-file.ts";

/** How much of a file is looked at. */
const REACH = 8192;
/** Share of characters that must be ordinary ones in a text without any mark of its encoding. */
const PLAUSIBLE = 0.9;

/** What bytes without a binary signature are: a page, a spreadsheet or document as XML or RTF, plain text; null where no text. */
export function textKind(bytes: Uint8Array): MediaType | null {
  const head = headText(bytes);
  if (head === null) return null;
  const text = head.trimStart();
  if (text.startsWith("{\\rtf")) return "doc";
  if (/^<\?xml|^<[\w:]+[\s>]/.test(text)) {
    if (
      /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"[^>]*>\s*<(?!html)/i.test(text) &&
      !/<html/i.test(text)
    )
      return "xls";
    // UOF (GB/T 20916): a workbook says so in its root.
    if (/^(?:<\?xml[^>]*>\s*)?<(?:[\p{L}\w]+:)?UOF\b/u.test(text)) return /uof\.spreadsheet/.test(text) ? "xls" : "doc";
    const flat = flatOpenDocument(text);
    if (flat !== null) return flat === "text" ? "doc" : "xls";
    if (/progid="Word\.Document"|<pkg:package|<w:wordDocument/i.test(text) && !/<html/i.test(text)) return "doc";
  }
  if (
    /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?mime-version:/i.test(text) &&
    /text\/html|multipart\//i.test(text)
  )
    return "html";
  if (/<(?:!doctype\s+html|html|body|table)[\s>]/i.test(text)) return "html";
  if (
    /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:head|meta|title|style|script|div|p|span|center|font|h[1-6]|ul|ol|tr|td|section|article)[\s>]/i.test(
      text,
    )
  )
    return "html";
  return "text";
}

/** The first characters in whatever encoding makes them text. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, REACH);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  for (const label of ["utf-8", "gb18030"]) {
    const text = new TextDecoder(label).decode(head);
    if (ordinary(text) >= PLAUSIBLE && !text.includes("\0")) return text;
  }
  for (const label of ["utf-16le", "utf-16be"]) {
    const text = new TextDecoder(label).decode(head.subarray(0, head.length & ~1));
    if (ordinary(text) >= PLAUSIBLE) return text;
  }
  return null;
}

/** Share of characters met in Chinese documents: ASCII, Han, their punctuation and wide forms. */
function ordinary(text: string): number {
  if (text === "") return 0;
  const strange = text.replace(
    /[\t\n\r\f\v -~\u00a0-\u00ff\u2000-\u27ff\u3000-\u30ff\u3200-\u9fff\uff00-\uffef\ufeff]/g,
    "",
  );
  return 1 - strange.length / text.length;
}
