/** Sections that explain words: their numbers are nobody's. */
export const GLOSSARY = /名词解释|名词说明|术语解释|专业名词/;
/** 单位：万元 above sentences whose numbers print none. */
export const UNIT_LINE = /^（?(?:金额|货币|计量)?单位：(?:人民币)?(元|千元|万元|亿元)）?$/;
/** A title that names what it evaluates. */
export const EVALUATION_TITLE = /^[^，。；]{0,60}(?:绩效|评价)[^，。；]{0,20}$/;
