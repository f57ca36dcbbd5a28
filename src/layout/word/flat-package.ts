import { strToU8, zipSync } from "fflate";

const PART = /<pkg:part\b([^>]*)>([\s\S]*?)<\/pkg:part>/g;
const NAME = /\bpkg:name="\/([^"]+)"/;
const AS_XML = /<pkg:xmlData\b[^>]*>([\s\S]*)<\/pkg:xmlData>/;
const AS_BYTES = /<pkg:binaryData\b[^>]*>([\s\S]*)<\/pkg:binaryData>/;

/** A Word document whose whole package is one piece of XML (Flat OPC, Word's “XML document”), as the package it stands for; null for any other. */
export function flatPackage(bytes: Uint8Array): Uint8Array | null {
  if (!Buffer.from(bytes.subarray(0, 4096)).toString("latin1").includes("<pkg:package")) return null;
  const parts: Record<string, Uint8Array> = {};
  for (const [, attributes = "", inner = ""] of new TextDecoder().decode(bytes).matchAll(PART)) {
    const name = NAME.exec(attributes)?.[1];
    const xml = AS_XML.exec(inner)?.[1];
    const base64 = AS_BYTES.exec(inner)?.[1];
    if (name === undefined) continue;
    if (xml !== undefined) parts[name] = strToU8(xml);
    else if (base64 !== undefined) parts[name] = new Uint8Array(Buffer.from(base64, "base64"));
  }
  return Object.keys(parts).length === 0 ? null : zipSync(parts, { level: 0 });
}
