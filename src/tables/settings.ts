import { z } from "zod";

/** How tables are looked for. A misspelt setting is an error, not a default. */
export const TablesOptions = z
  .strictObject({
    engine: z
      .enum(["auto", "pdfium", "pdfjs"])
      .optional()
      .meta({ description: "what reads the PDF; auto takes PDFium, and pdf.js where its text cannot be trusted" }),
    pages: z
      .tuple([z.int().min(1), z.int().min(1)])
      .refine(([first, last]) => first <= last, "the first page comes after the last")
      .optional()
      .meta({ description: "only tables that touch these pages: first and last, from 1" }),
    onTrouble: z
      .custom<(trouble: TableTrouble) => void>((value) => typeof value === "function", "a function is needed")
      .optional()
      .meta({
        description:
          "called for each page or picture that could not be read; without it the first such page is thrown after the last table, and pictures beside text are a warning of the process",
      }),
  })
  .meta({ id: "tables-options" });
export interface TablesOptions extends z.infer<typeof TablesOptions> {}

/** What could not be read, and where: an error with a closed code. It holds nothing of the file's content. */
export interface TableTrouble extends Error {
  readonly code: string;
  /** `page 3`, or the path of the file. */
  readonly where: string | null;
}
