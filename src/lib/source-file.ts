/** What a file is, told from its first bytes, never from its name. */
export type MediaType =
  | "pdf"
  | "docx"
  | "doc"
  | "xlsx"
  | "xls"
  | "html"
  | "text"
  | "ofd"
  | "image"
  | "zip"
  | "rar"
  | "7z";

/** One file as it was published: its bytes and their hash. A member of an archive has the path `container.zip/member.pdf`. */
export interface SourceFile {
  /** Path as given, or `container/member` inside an archive. */
  readonly path: string;
  /** File name for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: MediaType;
  /** The archive it came out of, outermost first. */
  readonly containers: readonly string[];
}
