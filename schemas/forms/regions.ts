/** Peoples in the names of autonomous regions, left out of their short names. */
export const PEOPLES =
  /(?:壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|布依族|土家族|傣族|景颇族|傈僳族|白族|哈尼族|蒙古族?|朝鲜族|哈萨克|柯尔克孜|满族|瑶族|仫佬族|毛南族|畲族|黎族|水族|仡佬族|各族|裕固族|保安族|东乡族|撒拉族|土族|拉祜族|佤族|布朗族|独龙族|怒族|纳西族|普米族|锡伯|塔吉克|达斡尔族|鄂温克族?|鄂伦春)+/u;
/** 城区, 郊区, 矿区 and 市中区 are county names and ordinary words: they need their city before them. */
export const NEEDS_CITY = /^(?:城区|郊区|矿区|市区|市中区|新市区|新区|东区|西区|新城区|城关区)$/u;
/** What stands before a region's name in the name of a body. */
export const PREFIX =
  /^(?:中共|中国共产党|中国人民政治协商会议|政协|共青团|中国共产主义青年团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)/u;
/** Development zones print their city without 市: 某某高新技术产业开发区, 某某经开区. */
export const ZONE =
  /^\p{Script=Han}{2,4}?(?=(?:国家)?(?:高新|经开|(?:高新技术|经济技术|综合保税|经济)(?:产业)?(?:开发)?)区)/u;
