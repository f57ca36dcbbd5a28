/** Longest name that is kept; file systems take 255 bytes, and a Han character has three. */
const LONGEST = 80;

/** Bytes of a header or an address as text: UTF-8 where they are valid UTF-8, else GB18030. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** `%E5%86%B3` as the bytes it stands for; other characters as UTF-8. */
function percentDecoded(text: string): Uint8Array {
  const parts: Buffer[] = [];
  for (const [part, hex] of text.matchAll(/%([0-9a-f]{2})|[^%]+|%/giu))
    parts.push(hex === undefined ? Buffer.from(part) : Buffer.from([Number.parseInt(hex, 16)]));
  return Buffer.concat(parts);
}

/** The name of an address's last part, or of the parameter that names a download. */
export function nameInAddress(address: URL): string {
  const query = new Map(
    address.search
      .slice(1)
      .split("&")
      .map((pair) => [pair.split("=")[0]!.toLowerCase(), pair.slice(pair.indexOf("=") + 1)] as const),
  );
  const named = query.get("showname") || query.get("filename") || query.get("file");
  return plainName(decoded(percentDecoded(named?.replace(/\+/gu, " ") ?? address.pathname)));
}

/** A name without folders, control characters and what file systems refuse: never a path. */
export function plainName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff<>:"|?*]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  const characters = [...clean];
  if (characters.length <= LONGEST) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(clean)?.[0] ?? "";
  return characters.slice(0, LONGEST - ending.length).join("") + ending;
}

/** The name in a `Content-Disposition`: RFC 5987 first, else the raw bytes (the header comes as Latin-1); null where it has none. */
function nameInHeader(disposition: string): string | null {
  const extended = /filename\*\s*=\s*([\w-]+)'[^']*'([^;]+)/iu.exec(disposition);
  if (extended) {
    const bytes = percentDecoded(extended[2]!.trim().replace(/^"|"$/gu, ""));
    const label = extended[1]!.toLowerCase();
    return /^gb/u.test(label) ? new TextDecoder("gb18030").decode(bytes) : decoded(bytes);
  }
  const raw = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/iu.exec(disposition);
  if (!raw) return null;
  const bytes = Buffer.from((raw[1]?.replace(/\\(["\\])/gu, "$1") ?? raw[2]!).trim(), "latin1");
  const text = decoded(bytes);
  return text.includes("%") ? decoded(percentDecoded(text)) : text;
}

/** Endings of the kinds of file that are read. */
const ENDING: Readonly<Record<string, string>> = { html: ".html", text: ".txt", image: "" };
const HAS_ENDING = /\.[A-Za-z][A-Za-z0-9]{1,5}$/u;

/** What a file is called: by its header, else the words of its link, else its address; with an ending where the words have none. */
export function fileName(disposition: string, words: string | null, address: URL, kind: string | null): string {
  const ending = kind === null ? "" : (ENDING[kind] ?? `.${kind}`);
  for (const name of [nameInHeader(disposition), words]) {
    const plain = name === null ? "" : plainName(name);
    if (plain !== "") return HAS_ENDING.test(plain) ? plain : plainName(plain + ending);
  }
  return nameInAddress(address) || `index${ending}`;
}
