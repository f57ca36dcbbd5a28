/** Marks of order before a label. */

/** One leading mark of order: `一、`, `（一）`, `1.`, `1、`, `(1)`, `①`, `☆`. A year (`2024年`) or a decimal is none. */
export const MARKS_OF_ORDER = [
  /^第[一二三四五六七八九十]+[、,.:]?(?=[^\d年部])/u,
  /^[一二三四五六七八九十]{1,3}[、,.．:：](?=.)/u,
  // the thin stroke of 一、 is easily lost in a scan
  /^、(?=\p{L})/u,
  /^[（(][一二三四五六七八九十]{1,3}[)）][、.]?/u,
  /^[（(]\d{1,2}[)）][、.]?/u,
  /^\d{1,2}[、．)）](?=.)/u,
  /^\d{1,2}\.(?=\D)/u,
  /^[①-⑳⑴-⒇⒈-⒛]/u,
  /^[☆★*＊※◆●·•–—-]+(?=\p{L})/u,
  /^(?:其中|其|中)[:：](?=.)/u,
  /^其中(?=[（(]?[\p{L}\d])/u,
  /^[减加][:：]/u,
];
