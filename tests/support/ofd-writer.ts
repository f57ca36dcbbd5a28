import type { Glyph, PageContent, RuleLine } from "../../src/lib/page-content.ts";
import { zipOf } from "./zip-writer.ts";

/** Millimetres with four decimals. */
const mm = (points: number): string => String(Number(((points * 25.4) / 72).toFixed(4)));
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What a page of the written document holds: characters by run, ruling lines. */
export type OfdPage = Pick<PageContent, "width" | "height" | "glyphs" | "lines">;

/**
 * An `.ofd` to the structure of GB/T 33190: `OFD.xml`, one document with its resources, a page an own `Content.xml`. Each run of
 * characters becomes a text object with its offsets, each ruling line a path. `template` is drawn under every page.
 */
export function ofdOf(pages: readonly OfdPage[], template?: OfdPage): Uint8Array {
  const [first] = pages;
  const area = (page: OfdPage | undefined): string => `0 0 ${mm(page?.width ?? 595.28)} ${mm(page?.height ?? 841.89)}`;
  let id = 100;
  const next = (): number => ++id;
  const content = (page: OfdPage): string =>
    `<ofd:Content><ofd:Layer ID="${next()}" Type="Body">${objects(page, next)}</ofd:Layer></ofd:Content>`;
  const pageXml = (page: OfdPage): string =>
    `${head}<ofd:Page ${NS}><ofd:Area><ofd:PhysicalBox>${area(page)}</ofd:PhysicalBox></ofd:Area>` +
    `${template ? '<ofd:Template TemplateID="9" ZOrder="Background"/>' : ""}${content(page)}</ofd:Page>`;
  return zipOf([
    {
      name: "OFD.xml",
      data: `${head}<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: "Doc_0/Document.xml",
      data:
        `${head}<ofd:Document ${NS}><ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>${area(first)}</ofd:PhysicalBox></ofd:PageArea>` +
        `<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${template ? '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ""}</ofd:CommonData>` +
        `<ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
    },
    {
      name: "Doc_0/PublicRes.xml",
      data: `${head}<ofd:Res ${NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体"/><ofd:Font ID="2" FontName="宋体" Bold="true"/></ofd:Fonts></ofd:Res>`,
    },
    ...(template
      ? [{ name: "Doc_0/Tpls/Tpl_0/Content.xml", data: `${head}<ofd:Page ${NS}>${content(template)}</ofd:Page>` }]
      : []),
    ...pages.map((page, i) => ({ name: `Doc_0/Pages/Page_${i}/Content.xml`, data: pageXml(page) })),
  ]);
}

function objects(page: OfdPage, next: () => number): string {
  const runs = new Map<string, Glyph[]>();
  page.glyphs.forEach((glyph, i) => {
    // A run that changes its line or size is several text objects.
    const baseline = glyph.box[1] + 0.86 * glyph.size;
    const key =
      glyph.run === undefined ? `alone ${i}` : `${glyph.run} ${Math.round(baseline)} ${glyph.size.toFixed(1)}`;
    const run = runs.get(key);
    if (run) run.push(glyph);
    else runs.set(key, [glyph]);
  });
  return (
    [...runs.values()].map((run) => textObject(run, next())).join("") + page.lines.map((l) => path(l, next())).join("")
  );
}

function textObject(run: readonly Glyph[], id: number): string {
  const [first] = run;
  const { box, size, bold } = first!;
  const right = Math.max(...run.map((glyph) => glyph.box[2]));
  const text = run.map((glyph) => glyph.text).join("");
  const steps = run.slice(1).map((glyph, i) => mm(glyph.box[0] - run[i]!.box[0]));
  const delta = steps.length > 0 ? ` DeltaX="${repeated(steps)}"` : "";
  return (
    `<ofd:TextObject ID="${id}" Boundary="${mm(box[0])} ${mm(box[1])} ${mm(right - box[0])} ${mm(size)}" Font="${bold ? 2 : 1}" Size="${mm(size)}">` +
    `<ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="${mm(0.86 * size)}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** Equal offsets in a row as the standard abbreviates them: `g 3 5.2`. */
function repeated(steps: readonly string[]): string {
  const out: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let n = 1;
    while (steps[i + n] === steps[i]) n++;
    out.push(n > 2 ? `g ${n} ${steps[i]}` : Array(n).fill(steps[i]).join(" "));
    i += n;
  }
  return out.join(" ");
}

function path(line: RuleLine, id: number): string {
  const horizontal = line.direction === "h";
  const [x, y] = horizontal ? [line.from, line.at] : [line.at, line.from];
  const length = line.to - line.from;
  const end = horizontal ? `${mm(length)} 0` : `0 ${mm(length)}`;
  const size = horizontal ? `${mm(length)} ${mm(line.thickness)}` : `${mm(line.thickness)} ${mm(length)}`;
  return (
    `<ofd:PathObject ID="${id}" Boundary="${mm(x)} ${mm(y)} ${size}" LineWidth="${mm(line.thickness)}">` +
    `<ofd:AbbreviatedData>M 0 0 L ${end}</ofd:AbbreviatedData></ofd:PathObject>`
  );
}
