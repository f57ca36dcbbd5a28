const ROOT =
  /<office:document\b[^>]*\s(?:office:)?mimetype="application\/vnd\.oasis\.opendocument\.(text|spreadsheet)"/;

/** What an OpenDocument file in one piece of XML is (.fodt, .fods; OpenDocument 1.2 part 1, 3.1.2), by its first characters; null for any other. */
export const flatOpenDocument = (head: string): "text" | "spreadsheet" | null =>
  (ROOT.exec(head)?.[1] as "text" | "spreadsheet" | undefined) ?? null;
