/** 2016年08月13日 06:18 来源：…, 7月8日电: the day a page was put on the net, or a report was sent. */
export const DAY_OF_PAGE =
  "(?:20|19)\\d{2}年\\d{1,2}月\\d{1,2}日(?=\\d{1,2}：\\d{2}|来源|作者|编辑|责编|字号|讯|电|发布|浏览)";
/** A stated year (with a date behind it: 截至2023年12月31日), or one named by its distance from the report's. */
export const YEAR_WORDS =
  "(?:20\\d{2}年?(?:度)?(?:-|—|~|至|到)20\\d{2}年(?:度)?)|(?:截至|截止)?(?:到)?(?:20|19)\\d{2}年(?:度)?(?:\\d{1,2}月(?:\\d{1,2}日)?|年?底|末)?|(?<!\\d)20\\d{2}(?=[全我][省市县区州旗镇乡])|上一?年?度(?:末|底)?|上一?年(?:末|底|同期)?|去年(?:同期|底)?|前年|今年|本年度?|当年|同期";
