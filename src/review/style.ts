/** The one style sheet. Colours reach 4.5 : 1; nothing is told by colour alone. */
export const STYLE = `
:root { --ink: #1b1b1b; --paper: #fff; --line: #767676; --link: #0b4f9c; --soft: #f3f1ec; --lit: #ffd54a; }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; color: var(--ink); background: var(--paper); line-height: 1.55;
  font: 1rem/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { padding: 0 1rem 3rem; max-width: 110rem; margin: auto; }
main:focus { outline: none; }
a { color: var(--link); }
:focus-visible { outline: 3px solid #b3261e; outline-offset: 2px; }
h1 { font-size: 1.4rem; margin: .8rem 0 .4rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1rem 0 .3rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .3rem; z-index: 2; }
header { border-bottom: 1px solid var(--line); background: var(--soft); }
header nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: .5rem 1rem; max-width: 110rem; margin: auto; }
header a { padding: .15rem 0; min-height: 1.75rem; }
header a[aria-current], .kinds a[aria-current] { font-weight: bold; text-decoration: underline 3px; }
.brand { font-weight: bold; }
.lang { margin-left: auto; }
.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem; }
.counts a { display: block; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: .4rem; text-decoration: none; }
.counts b { display: block; font-size: 1.3rem; }
.kinds { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #c9c5bd; padding: .2rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); position: sticky; top: 0; }
td.n, .map td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.gap { text-align: center; }
.map td a { color: inherit; display: block; min-width: 2rem; }
.h1 { background: #eaf3ee; } .h2 { background: #cfe6d9; } .h3 { background: #a5d0b8; }
.h4 { background: #2c6e4f; color: #fff; } .h5 { background: #17492f; color: #fff; }
.ask { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: .5rem 0 1rem; }
.field { display: flex; flex-direction: column; min-width: 0; max-width: 100%; }
input, select, button { font: inherit; padding: .25rem .5rem; min-height: 2rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: var(--ink); max-width: 100%; }
button { background: var(--soft); cursor: pointer; }
small { display: block; color: #4c4c4c; overflow-wrap: anywhere; }
.mark { font-weight: bold; }
.note { background: var(--soft); border-left: 4px solid var(--line); padding: .4rem .7rem; }
.keys { color: #4c4c4c; }
.ends a { margin-right: .8rem; }
.severity { border: 1px solid; border-radius: .25rem; padding: 0 .35rem; font-weight: bold; }
.severity.error { color: #a3150c; } .severity.warning { color: #7a4a00; } .severity.info { color: #3b4a5a; }
.findings > li { margin: .4rem 0; } .findings > li.current { outline: 3px solid var(--link); outline-offset: 3px; }
.pages { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; }
.pages form { display: inline-flex; gap: .4rem; align-items: center; } .pages input { width: 5.5rem; }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; align-items: start; }
@media (max-width: 60rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
.sheet { width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.sheet rect { mix-blend-mode: multiply; fill: #0b4f9c; fill-opacity: .08; stroke: #0b4f9c; stroke-width: .6; }
.sheet .doubtful rect { stroke: #7a4a00; stroke-dasharray: 3 1.5; stroke-width: 1.2; }
.sheet .unread rect { stroke: #a3150c; stroke-dasharray: 1 1; stroke-width: 1.2; fill: #a3150c; }
.sheet .unclaimed rect { fill: none; stroke: #6a3fa0; stroke-width: 1.6; stroke-dasharray: 6 3; }
.stored a.side { background: var(--lit); outline: 2px solid #a3150c; }
.sheet .side rect { fill: var(--lit); fill-opacity: .45; stroke: #a3150c; stroke-width: 1.4; }
.sheet a:hover rect, .sheet a:focus rect, .sheet a.lit rect, .sheet rect:target { fill: var(--lit); fill-opacity: .5; stroke: #1b1b1b; stroke-width: 1.6; }
.records { list-style: none; padding: 0; max-height: 85vh; overflow: auto; }
.records > li { padding: .25rem .4rem; border-left: 4px solid transparent; border-bottom: 1px solid #dcd8d0; scroll-margin: 6rem; }
.records > li.doubtful { border-left: 4px dashed #7a4a00; }
.records > li:target, .records > li.lit, .records > li:hover { background: #fff3c4; border-left-color: #1b1b1b; }
.stored { border: 1px solid var(--line); padding: .6rem; overflow: auto; max-height: 85vh; }
.stored td.unread { outline: 2px dotted #a3150c; }
.stored a:target, .stored a.lit { background: var(--lit); color: var(--ink); }
.correct { border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .7rem; margin-top: 1rem; }
.hits { list-style: none; padding: 0; } .hits > li { display: flex; gap: .8rem; margin: .6rem 0; }
.hits img { border: 1px solid var(--line); flex: none; } mark { background: var(--lit); color: var(--ink); }
.plot svg { width: 100%; max-width: 60rem; height: auto; border: 1px solid #dcd8d0; }
.plot figcaption { font-weight: bold; } .plot text { font-size: 12px; fill: var(--ink); }
.axis line, .rule { stroke: #dcd8d0; } .line { fill: none; stroke-width: 2; } .bar { fill: #0b4f9c; }
.dot { stroke: #fff; stroke-width: .6; } .plot a:focus .dot, .plot a:hover .dot { stroke: #1b1b1b; stroke-width: 2; }
.s0 { stroke: #0b4f9c; } .s1 { stroke: #a3150c; } .s2 { stroke: #17492f; } .s3 { stroke: #7a4a00; }
.s4 { stroke: #6a3fa0; } .s5 { stroke: #00686b; } .s6 { stroke: #8a2f5f; } .s7 { stroke: #444; }
.dot.s0 { fill: #0b4f9c; } .dot.s1 { fill: #a3150c; } .dot.s2 { fill: #17492f; } .dot.s3 { fill: #7a4a00; }
.dot.s4 { fill: #6a3fa0; } .dot.s5 { fill: #00686b; } .dot.s6 { fill: #8a2f5f; } .dot.s7 { fill: #444; }
.plot text.name { stroke: none; }
.report article { break-inside: avoid; border-top: 1px solid var(--line); padding: .4rem 0; }
.report img { max-width: 100%; border: 1px solid #dcd8d0; }
dt { font-weight: bold; } dd { margin: 0 0 .2rem 1rem; overflow-wrap: anywhere; }
@media print { header, .ask, .ends, .skip { display: none; } }
`;

/** The mark in a browser's tab. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f9c"/><path d="M8 9h16v3H8zm0 6h16v3H8zm0 6h10v3H8z" fill="#fff"/></svg>`;
