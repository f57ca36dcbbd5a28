/** A cell as displayed, with the rows and columns it covers. Positions count the visible rows and columns only. */
export interface SheetCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly bold: boolean;
  /** `公开05表!F8` */
  readonly address: string;
  /** Other readings of a number whose sign nothing shows. */
  readonly alternatives?: readonly string[];
}

/** A sheet as a person sees it. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Filled cells, row by row. */
  readonly cells: readonly SheetCell[];
  /** Filled rows and columns that are not shown. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Filled cells that are struck out or printed in the paper's colour. */
  readonly gone: number;
  /** Cells that show something which could not be read. */
  readonly unread: readonly { readonly address: string; readonly why: string }[];
  /** Lines in text boxes over the sheet, and what its page header prints, where the reader of the cells knows them. */
  readonly boxes?: readonly string[];
  readonly header?: string;
}
