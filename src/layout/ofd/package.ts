import { ExtractionError } from "../../lib/errors.ts";
import { readXml, type XmlElement } from "../../lib/xml.ts";
import { openZip, PACKAGE_LIMITS, type ZipMember } from "../../lib/zip-archive.ts";

/** Says which parts are encrypted, at the package's root (GM/T 0099, appendix C): in their clear places stands nothing, or something else. */
const KEYS = "Encryptions.xml";

/** The files of an OFD package, found by the locations (ST_Loc) its parts name. */
export interface OfdPackage {
  /** A location as written in the part at `base`, from the package's root: `/Doc_0/Res/a.png` and `Res/a.png` alike. */
  locate(base: string, location: string): string;
  has(path: string): boolean;
  /** Whether parts of it are encrypted. */
  readonly locked: boolean;
  bytes(path: string): Promise<Uint8Array>;
  /** An XML part, of the kind `root` where that is asked. Throws ExtractionError `damaged` where it is missing, broken or something else. */
  xml(path: string, root?: string): Promise<XmlElement>;
}

/** Opens the zip of an `.ofd`. Throws ExtractionError `damaged`, `limit-exceeded`. */
export async function openOfd(bytes: Uint8Array, where: string): Promise<OfdPackage> {
  const members = new Map<string, ZipMember>();
  // Writers differ in the case of folder names, `Doc_0` and `doc_0`.
  for (const member of await openZip(bytes, PACKAGE_LIMITS, where))
    members.set(plain(member.name).toLowerCase(), member);
  const find = (path: string): ZipMember | undefined => members.get(plain(path).toLowerCase());
  const read = (path: string): Promise<Uint8Array> => {
    const member = find(path);
    if (!member) throw new ExtractionError("damaged", `the package lacks ${path}`, where);
    return member.read();
  };
  return {
    locate(base, location) {
      if (location.startsWith("/")) return plain(location);
      return plain(`${base.slice(0, base.lastIndexOf("/") + 1)}${location}`);
    },
    has: (path) => find(path) !== undefined,
    locked: find(KEYS) !== undefined,
    bytes: async (path) => read(path),
    xml: async (path, root) => {
      const place = `${where}/${path}`;
      const element = readXml(await read(path), place);
      if (root !== undefined && element.name !== root)
        throw new ExtractionError("damaged", `the part is no ${root} but ${element.name}`, place);
      return element;
    },
  };
}

/** Without a leading slash, `.` and `..`. */
function plain(path: string): string {
  const out: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "..") out.pop();
    else if (part !== "" && part !== ".") out.push(part);
  }
  return out.join("/");
}
