/** `link/unsafe`: no link or image has an address that runs code or hides where it leads. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

/** Programs, pages, shortcuts and documents with macros; of 名单.pdf.exe the last ending counts. */
const PROGRAM =
  /\.(?:x?html?|mht(?:ml)?|svgz?|[cm]?js|jse|exe|com|bat|cmd|vb[se]|wsf|scr|hta|jar|msi|ps1|sh|apk|ipa|lnk|chm|url|reg|dll|docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|php|aspx?|jsp)$/i;

export const linkUnsafe = defineRule({
  id: 'link/unsafe',
  severity: 'error',
  about: {
    zh: '链接不能运行代码，也不能掩盖去处：javascript:、本机路径等地址在读者那里不起作用，或者有害。',
    en: "No link runs code or hides where it leads; addresses such as javascript: or a path on one's own disk do harm or nothing.",
  },
  *find(report) {
    for (const { url, at, target } of bodiesOf(report).flatMap((body) => [...body.links, ...body.images])) {
      const isProgram = target?.kind === 'asset' && PROGRAM.test(target.path);
      if (target?.kind === 'unsafe' || isProgram) yield { at, found: url, isProgram };
    }
  },
  say: {
    zh: ({ found, isProgram }) =>
      isProgram
        ? `附件“${found}”可能带有程序或宏，不能放在政府网站上。请另存为 PDF、.docx、.xlsx 或图片。`
        : `不能使用地址“${found}”。网址请以 https:// 或 http:// 开头，电话用 tel:，邮箱用 mailto:。`,
    en: ({ found, isProgram }) =>
      isProgram
        ? `The attachment “${found}” may hold a program or macros. Save it as PDF, .docx, .xlsx or a picture.`
        : `The address “${found}” cannot be used. Begin it with https:// or http://, tel: or mailto:.`,
  },
});
