/** What a worksheet says about what of it is shown (ECMA-376 part 1, 18.3.1.13, 18.3.1.73, 18.3.1.81, 18.3.1.87). */
export interface SheetView {
  /** Cells holding zero show nothing. */
  readonly zerosHidden: boolean;
  /** Rows without height, from 0, that carry no `hidden` of their own. */
  readonly rowsGone: ReadonlySet<number>;
  /** Columns without width, from 0. */
  readonly columnsGone: ReadonlySet<number>;
}

/** Columns a worksheet can have. */
const MOST_COLUMNS = 16_384;

/** Reads the view of a worksheet's XML. */
export function sheetView(xml: string): SheetView {
  const data = xml.search(/<(?:\w+:)?sheetData\b/);
  const before = data < 0 ? xml : xml.slice(0, data);
  const views = [...before.matchAll(/<(?:\w+:)?sheetView\b[^>]*>/g)].map(([tag]) => tag);
  const defaults = /<(?:\w+:)?sheetFormatPr\b[^>]*>/.exec(before)?.[0] ?? "";
  const lowByDefault = isOn(defaults, "zeroHeight");
  const rowsGone = new Set<number>();
  let next = 1;
  if (lowByDefault || /<(?:\w+:)?row\b[^>]*\sht="0(?:\.0*)?"/.test(xml))
    for (const [tag] of xml.slice(Math.max(0, data)).matchAll(/<(?:\w+:)?row\b[^>]*>/g)) {
      const row = Number(stated(tag, "r") ?? next);
      next = row + 1;
      const height = stated(tag, "ht");
      if (height === null ? lowByDefault && stated(tag, "hidden") === null : Number(height) === 0)
        rowsGone.add(row - 1);
    }
  const columnsGone = new Set<number>();
  for (const [tag] of before.matchAll(/<(?:\w+:)?col\b[^>]*>/g)) {
    if (!/\swidth="0(?:\.0*)?"/.test(tag)) continue;
    const last = Math.min(Number(stated(tag, "max") ?? "0"), MOST_COLUMNS);
    for (let column = Number(stated(tag, "min") ?? "1"); column <= last; column++) columnsGone.add(column - 1);
  }
  const zerosHidden = views.length > 0 && views.every((tag) => /\sshowZeros="(?:0|false)"/.test(tag));
  return { zerosHidden, rowsGone, columnsGone };
}

const stated = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
const isOn = (tag: string, name: string): boolean => /^(?:1|true)$/.test(stated(tag, name) ?? "");
