import { openStore, type Shape, shapes } from "../../store/index.ts";

const HEAD = `# 库里的表和视图 Tables and views of the store

由程序写成（\`npm run docs\`）。先是给人查的视图，与导出的表同名同列（金额在视图里是整数分 \`…_fen\`，导出是元 \`…_yuan\`；印刷的数在视图里是数，\`…_printed\` 是原样的字）；
后是存数据的表。列后的 → 是它指向的列，**粗体**是键。含义见[数据字典](dictionary.zh.md)，用法见[数据库](store.md)。

*Written by the program. First the views people query, named as the exported tables; then the tables behind them. → is where a column leads, bold is
the key. Meanings are in the [dictionary](dictionary.en.md), use in [the store](store.md).*
`;

function described({ name, columns, key }: Shape): string {
  const list = columns.map(({ name: column, type, leadsTo }) => {
    const shown = key.includes(column) ? `**${column}**` : column;
    return `${shown}${type === "" ? "" : ` ${type}`}${leadsTo === null ? "" : ` → ${leadsTo}`}`;
  });
  return `### ${name}\n\n${list.join(" · ")}\n`;
}

/** Every view and table of the store with columns, keys and where they lead, as Markdown. */
export function storeTables(): string {
  const store = openStore(":memory:");
  try {
    const all = shapes(store);
    const of = (kind: Shape["kind"]): string =>
      all
        .filter((shape) => shape.kind === kind)
        .map(described)
        .join("\n");
    return `${HEAD}\n## 视图 Views\n\n${of("view")}\n## 表 Tables\n\n${of("table")}`;
  } finally {
    store.close();
  }
}
