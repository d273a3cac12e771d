/** What can be wrong with the files' names, keys and Markdown while they are put together. Rules about what the files say are in `check`. */
import { defineRule } from '../diagnostics/diagnostic.js';

const listed = (words: readonly string[]): string => words.join('、');

export const siteMissing = defineRule({
  id: 'site/missing',
  severity: 'error',
  about: {
    zh: 'site.yaml 写明门户、栏目和责任单位，没有它，网页不知道登在哪里、由谁负责。',
    en: 'site.yaml tells the portal, the column and the offices; without it no page knows where it stands and who is responsible.',
  },
  say: {
    zh: () => '内容文件夹里没有 site.yaml。请新建一个，写明门户（portal）和责任单位（offices）。',
    en: () => 'The content folder has no site.yaml. Create one that describes the portal and the offices.',
  },
});

export const reportMissing = defineRule<{ folder: string; files: number }>({
  id: 'report/missing',
  severity: 'error',
  about: {
    zh: '没有 report.md 的文件夹不是报告，里面的文件都不会发布；多半是误删或忘了建。',
    en: 'A folder without report.md is no report, and nothing in it is published; mostly the file was deleted or forgotten.',
  },
  say: {
    zh: ({ folder, files }) =>
      `文件夹“${folder}”里没有 report.md，其中 ${files} 个文件不属于任何报告。请先在“${folder}”里新建 report.md；若是误删，请恢复它。`,
    en: ({ folder, files }) =>
      `Folder “${folder}” has no report.md, so its ${files} files belong to no report. Create “${folder}/report.md”, or bring it back.`,
  },
});

export const noReport = defineRule({
  id: 'site/no-report',
  severity: 'error',
  about: {
    zh: '内容文件夹里至少要有一份报告，否则没有可以生成的网页。',
    en: 'The content holds at least one report; otherwise there is nothing to make pages of.',
  },
  say: {
    zh: () => '内容文件夹里没有任何报告。请新建年度文件夹和其中的 report.md，例如 2022/report.md。',
    en: () => 'The content folder holds no report. Create a folder with a report.md, such as 2022/report.md.',
  },
});

/** Without `folders`, the file is one of settings. */
export const fileUnplaced = defineRule<{ folders: readonly string[] }>({
  id: 'file/unplaced',
  severity: 'error',
  about: {
    zh: '文件要放在报告文件夹下规定的子文件夹里，放错地方就不属于任何章节，不会出现在网页上。',
    en: "A file belongs into one of the report's folders; anywhere else no page would show it.",
  },
  say: {
    zh: ({ fix, folders }) => {
      const place = folders.length > 0 ? `请放进报告文件夹下的 ${listed(folders)} 之一。` : ONLY_SETTINGS.zh;
      return `这个文件不会出现在任何页面上。${fix ? `是否应放在“${fix}”？` : place}`;
    },
    en: ({ fix, folders }) => {
      const place =
        folders.length > 0 ? `Put it into one of the report's folders ${folders.join(', ')}.` : ONLY_SETTINGS.en;
      return `No page would show this file. ${fix ? `Should it be “${fix}”?` : place}`;
    },
  },
});

const ONLY_SETTINGS = {
  zh: '.yaml 文件只认内容文件夹里的 site.yaml 和 terms.yaml。请改名，或移出内容文件夹。',
  en: 'Of .yaml files only site.yaml and terms.yaml are read, at the top of the content folder. Rename it or move it out.',
};

export const fileNotMarkdown = defineRule({
  id: 'file/not-markdown',
  severity: 'error',
  about: {
    zh: '内容文件夹里的文字只从 .md 文件读取；存成 .txt 或 .docx，报告里就会悄悄少一段。',
    en: 'Texts are read from .md files only; one saved as .txt or .docx would be missing from the report without a word.',
  },
  say: {
    zh: ({ fix }) =>
      `这里只认 .md 文件，这个文件里的文字不会出现在报告里。请改名为“${fix}”（Windows 需先勾选“文件扩展名”）；Word 文件请把文字复制到 .md 文件里。`,
    en: ({ fix }) =>
      `Only .md files are read here, so the report would lack these words. Rename the file to “${fix}”; of a Word file, copy the text.`,
  },
});

export const fileName = defineRule<{ found: string }>({
  id: 'file/name',
  severity: 'error',
  about: {
    zh: '文件名和文件夹名会成为网址的一部分，有些字符在网址里另有含义，放到服务器上会打不开。',
    en: 'Names of files and folders become addresses, in which some characters mean something else and lead nowhere on a server.',
  },
  say: {
    zh: ({ found }) =>
      `“${found}”不能作网址：文件名和文件夹名里不能有井号、反斜杠、“C:”这样的开头或看不见的字符。请改名。`,
    en: ({ found }) =>
      `“${found}” cannot be an address: a name holds no #, backslash, drive letter or invisible character. Rename it.`,
  },
});

export const keyUnknown = defineRule<{ found: string; known: readonly string[] }>({
  id: 'key/unknown',
  severity: 'error',
  about: {
    zh: '键的名称是固定的一套，多半是拼错了；不认识的键不会显示，写的内容就丢了。',
    en: 'The set of keys is closed: an unknown one is mostly a slip, and what it says would be shown nowhere.',
  },
  say: {
    zh: ({ found, fix, known }) =>
      `不认识的键“${found}”，${fix ? `是否指“${fix}”？` : `这里可以写：${listed(known)}。`}`,
    en: ({ found, fix, known }) =>
      `Unknown key “${found}”. ${fix ? `Did you mean “${fix}”?` : `Keys allowed here: ${known.join(', ')}.`}`,
  },
});

export const keyMissing = defineRule<{ key: string; name: string; example: string }>({
  id: 'key/missing',
  severity: 'error',
  about: {
    zh: '必填的键缺了，这一条就没有标题、日期或所属章节，排不进报告。',
    en: 'Without a required key an entry has no title, date or section, and no place in the report.',
  },
  say: {
    zh: ({ key, name, example }) => `缺少必填的键 ${key}（${name}）。请写上，例如：${key}: ${example}`,
    en: ({ key, example }) => `The required key “${key}” is missing. Add it, for example: ${key}: ${example}`,
  },
});

export const keyRepeated = defineRule<{ key: string; alias: string }>({
  id: 'key/repeated',
  severity: 'error',
  about: {
    zh: '英文键和它的中文名是同一个键，两个都写，只有一个算数。',
    en: 'A key and its Chinese name are one key; of two only one counts.',
  },
  say: {
    zh: ({ key, alias }) => `“${alias}”和前面的“${key}”是同一个键，写了两次。请只保留一个。`,
    en: ({ key, alias }) => `“${alias}” is the same key as “${key}” above. Keep one of them.`,
  },
});

export const keyOneValue = defineRule<{ key: string; name: string }>({
  id: 'key/one-value',
  severity: 'error',
  about: {
    zh: '这个键只写一个值，写成列表或分层，网页不知道该显示哪一个。',
    en: 'This key takes one value; of a list no page knows which to show.',
  },
  say: {
    zh: ({ key, name }) => `${key}（${name}）只能写一个值，这里写了多个或分了层。请改成一行文字，例如：${key}: 内容`,
    en: ({ key }) =>
      `“${key}” takes one value, but this is a list or has keys of its own. Write it as one line of text.`,
  },
});

export const keyShape = defineRule<{ key: string; expected: { zh: string; en: string } }>({
  id: 'key/shape',
  severity: 'error',
  about: {
    zh: '这个键有规定的结构（例如列表，每项有几个键），写成别的样子读不出各部分。',
    en: 'This key has a shape of its own, such as a list of items with keys; in another form its parts cannot be told apart.',
  },
  say: {
    zh: ({ key, expected }) => `${key} 的写法不对，应写成${expected.zh}。`,
    en: ({ key, expected }) => `“${key}” is not written as expected; write ${expected.en}.`,
  },
});

export const keyChoice = defineRule<{ key: string; name: string; found: string; choices: readonly string[] }>({
  id: 'key/choice',
  severity: 'error',
  about: {
    zh: '有些键只能从几个值里选，网页靠它们分类、排列和统计。',
    en: 'Some keys take one of a few values, by which pages sort, group and count.',
  },
  say: {
    zh: ({ key, name, found, fix, choices }) =>
      `${key}（${name}）不能写“${found}”，${fix ? `是否指“${fix}”？` : ''}可选：${listed(choices)}。`,
    en: ({ key, found, fix, choices }) =>
      `“${found}” is not a ${key}. ${fix ? `Did you mean “${fix}”? ` : ''}Choices: ${choices.join(', ')}.`,
  },
});

export const yearUnreadable = defineRule<{ found: string }>({
  id: 'report/year',
  severity: 'error',
  about: {
    zh: '报告年度决定活动的年份、任务的年份和网页的名称，要写四位数字。',
    en: 'The year decides the dates of events and tasks and the name of the pages; it takes four digits.',
  },
  say: {
    zh: ({ found }) => `报告年度“${found}”不是四位年份。请写成 2022 这样的形式。`,
    en: ({ found }) => `“${found}” is not a year. Write four digits, such as 2022.`,
  },
});

export const dateUnreadable = defineRule<{ found: string }>({
  id: 'date/unreadable',
  severity: 'error',
  about: {
    zh: '日期要写成程序能排序、读者能看懂的形式；看不懂的日期进不了大事记。照报告原文的写法都可以，如 6月26日、6月初。',
    en: 'A date has to be readable, so that events can be put in order; the forms of reports, such as 6月26日 and 6月初, all are.',
  },
  say: {
    zh: ({ found, fix }) =>
      fix
        ? `看不懂日期“${found}”，是否指“${fix}”？`
        : `看不懂日期“${found}”。请写成 2022-06-26、6月26日、6月初、2022-06 或 2022-05-24/2022-05-26 这样的形式。`,
    en: ({ found, fix }) =>
      fix
        ? `Cannot read the date “${found}”. Did you mean “${fix}”?`
        : `Cannot read the date “${found}”. Write it like 2022-06-26, 6月26日, 6月初, 2022-06 or 2022-05-24/2022-05-26.`,
  },
});

export const dateImpossible = defineRule<{ found: string }>({
  id: 'date/impossible',
  severity: 'error',
  about: {
    zh: '日期要是日历上有的一天，起止日期先早后晚；写成 2月30日 的活动，大事记排不了，读者也无从核对。',
    en: 'A date is a day of the calendar, and a range begins before it ends: a 30 February can neither be put in order nor checked.',
  },
  say: {
    zh: ({ found }) => `日历上没有“${found}”。请核对年月日，起止日期要先早后晚。`,
    en: ({ found }) => `“${found}” is not on the calendar. Check the day, and that a range begins before it ends.`,
  },
});

export const dateNoYear = defineRule<{ found: string }>({
  id: 'date/no-year',
  severity: 'error',
  about: {
    zh: '报告写的是上一年，成文多在下一年，只写月日会被当作报告年度的日子，所以成文日期要写年份。',
    en: 'A report on one year is adopted in the next, so a day and month alone would be taken for the wrong year.',
  },
  say: {
    zh: ({ found }) => `成文日期“${found}”没有写年份。报告一般在次年成文，请写全，例如 2023年1月10日。`,
    en: ({ found }) => `The date of adoption “${found}” has no year. Write it whole, such as 2023年1月10日.`,
  },
});

export const dateWideDigits = defineRule<{ found: string }>({
  id: 'date/wide-digits',
  severity: 'warning',
  about: {
    zh: '全角数字看起来一样，检索、复制和别的程序却当作不同的字，所以日期里一律用半角数字。',
    en: 'Full-width digits look alike but are other characters to search, copying and other programs, so dates take half-width ones.',
  },
  silence: 'allowed',
  say: {
    zh: ({ found, fix = '' }) => `“${found}”里的数字是全角的。请改成半角：${fix}`,
    en: ({ found, fix = '' }) => `The digits of “${found}” are full-width. Write half-width ones: ${fix}`,
  },
});

export const publishedUnreadable = defineRule<{ found: string }>({
  id: 'date/published',
  severity: 'error',
  about: {
    zh: '发布日期是网页标签 PubDate 的内容，要精确到年月日，知道时分就写上；门户按它判断是否更新。',
    en: 'The day of publication becomes the PubDate tag of the pages, so it has to name year, month and day, and the time where it is known.',
  },
  say: {
    zh: ({ found, fix }) =>
      fix
        ? `看不懂发布日期“${found}”，是否指“${fix}”？`
        : `看不懂发布日期“${found}”。请写成 2023-03-21 09:00 的形式；不知道时分就只写 2023-03-21。`,
    en: ({ found, fix }) =>
      fix
        ? `Cannot read the date of publication “${found}”. Did you mean “${fix}”?`
        : `Cannot read the date of publication “${found}”. Write 2023-03-21 09:00, or 2023-03-21 when the time is not known.`,
  },
});

export const tooDeep = defineRule({
  id: 'markdown/too-deep',
  severity: 'error',
  about: {
    zh: '层层相套的列表或引用在手机上排不下，多半是误粘贴的符号。',
    en: 'Lists or quotations inside one another find no room on a phone; mostly the marks were pasted by mistake.',
  },
  say: {
    zh: () => '这里的列表、引用或符号层层相套太多，无法排版。请改成普通段落。',
    en: () => 'Lists, quotations or marks are nested too deeply here. Write plain paragraphs.',
  },
});

export const tooLong = defineRule({
  id: 'markdown/too-long',
  severity: 'error',
  about: {
    zh: '太长或符号太多的正文会让排版慢得无法使用，多半是误粘贴的内容。',
    en: 'A text that is too long or full of marks takes too long to set; mostly something was pasted by mistake.',
  },
  say: {
    zh: () => '这篇正文从这里起太长或符号太多，无法排版。请分成几个文件，或去掉成片的 *、[、<、` 等符号。',
    en: () =>
      'From here on the text is too long or has too many marks. Split it into files, or remove the runs of *, [, < or `.',
  },
});

export const heading = defineRule<{ title: string }>({
  id: 'markdown/heading',
  severity: 'error',
  about: {
    zh: '章节各是一个文件，序号由程序编排；写在正文里的标题进不了目录，也没有序号。',
    en: 'Each section is a file and gets its number by itself; a heading inside a text is in no contents and has none.',
  },
  say: {
    zh: ({ title }) =>
      `正文里不写标题。请在 sections 文件夹为“${title}”新建一个文件，用 title 写标题、section 写上级章节，序号会自动编排。`,
    en: ({ title }) =>
      `A body holds no headings. Create a file for “${title}” in the sections folder, with its title and parent section; numbers come by themselves.`,
  },
});

export const headingMark = defineRule<{ mark: string }>({
  id: 'markdown/heading-mark',
  severity: 'error',
  about: {
    zh: '行首的“#”后面没有空格，不成标题，会原样显示在页面上。',
    en: 'A # without a blank after it makes no heading and is shown as it is.',
  },
  say: {
    zh: ({ mark }) =>
      `行首的“${mark}”会原样显示在页面上。若是标题，请在 sections 文件夹新建文件；若确要显示，请写成“\\${mark}”。`,
    en: ({ mark }) =>
      `“${mark}” at the beginning of the line would be shown as it is. For a heading, create a section file; to show it, write “\\${mark}”.`,
  },
});

export const tableMark = defineRule({
  id: 'markdown/table-mark',
  severity: 'error',
  about: {
    zh: '表格靠半角竖线分格，全角的“｜”只是一个字，整张表会挤成一段。',
    en: 'A table is divided by half-width bars; full-width ones are characters like any other, and the table runs together.',
  },
  say: {
    zh: () => '表格要用半角竖线“|”，全角的“｜”会原样显示，不成表格。',
    en: () => 'A table needs the half-width “|”; the full-width “｜” is shown as it is and makes no table.',
  },
});

export const tableCells = defineRule<{ columns: number; found: number }>({
  id: 'markdown/table-cells',
  severity: 'error',
  about: {
    zh: '一行的格数多于表头，多出的格不显示，里面的字就丢了。',
    en: "Cells beyond the columns of the table's head are not shown, and their words are lost.",
  },
  say: {
    zh: ({ columns, found }) =>
      `表头有 ${columns} 列，这一行却有 ${found} 格，多出的格不会显示。请补上表头，或删去多余的竖线“|”。`,
    en: ({ columns, found }) =>
      `The table has ${columns} columns but this row has ${found} cells; the rest would be lost. Add headings or remove a “|”.`,
  },
});

export const emphasisInNumbers = defineRule<{ words: string }>({
  id: 'markdown/emphasis-in-numbers',
  severity: 'error',
  about: {
    zh: '数字之间的星号会被当作强调标记而消失，5*10*3 就成了 5103。',
    en: 'Asterisks between numbers are read as emphasis and vanish: 5*10*3 becomes 5103.',
  },
  say: {
    zh: ({ words }) => `“${words}”里的星号会被当作强调标记而消失。请改用“×”，或写成“\\*”。`,
    en: ({ words }) => `The asterisks in “${words}” would be read as emphasis and vanish. Write “×” or “\\*”.`,
  },
});

export const listNumber = defineRule<{ mark: string; shown: number }>({
  id: 'markdown/list-number',
  severity: 'error',
  about: {
    zh: '行首的“2022.”之类会被当作自动编号的列表，数字可能变成另一个。',
    en: 'A number and a point at the beginning of a line make a numbered list, which may show another number.',
  },
  say: {
    zh: ({ mark, shown }) =>
      `行首的“${mark}”会被当作自动编号的列表` +
      (mark === `${shown}.` ? '。' : `，页面上显示成“${shown}.”。`) +
      `请写成“${mark.slice(0, -1)}\\${mark.slice(-1)}”，或用“1.”“2.”按顺序编号。`,
    en: ({ mark, shown }) =>
      `“${mark}” at the beginning of the line is read as a list number` +
      (mark === `${shown}.` ? '. ' : ` and would be shown as “${shown}.”. `) +
      `Write “${mark.slice(0, -1)}\\${mark.slice(-1)}” or number in order.`,
  },
});

export const linkTitle = defineRule<{ title: string }>({
  id: 'markdown/link-title',
  severity: 'error',
  about: {
    zh: '链接引号里的字只在鼠标停留时出现，手机上和纸上都看不到，报告的内容不能写在那里。',
    en: "The words in a link's quotes show under a mouse only, neither on phones nor on paper; nothing of a report belongs there.",
  },
  say: {
    zh: ({ title }) => `链接里引号中的“${title}”在手机和纸上都看不到。请写进正文，或删去引号和里面的字。`,
    en: ({ title }) =>
      `“${title}” in the link's quotes shows neither on phones nor on paper. Write it into the text or remove it.`,
  },
});

export const linkMarks = defineRule<{ words: string }>({
  id: 'markdown/link-marks',
  severity: 'error',
  about: {
    zh: '中文的括号不能构成链接，会连地址一起原样显示。',
    en: 'Full-width brackets make no link; they are shown as they are, with the address.',
  },
  say: {
    zh: ({ words }) =>
      `“${words}”没有成为链接，会原样显示。请用英文的 [ ]( )；地址里有空格时写成 [名单](<../附件/名 单.pdf>)。`,
    en: ({ words }) =>
      `“${words}” is no link and would be shown as it is. Use the half-width [ ]( ); put an address with blanks between < and >.`,
  },
});

export const ruleLine = defineRule<{ words: string }>({
  id: 'markdown/rule-line',
  severity: 'error',
  about: {
    zh: '一行里只有下划线、星号或减号，会变成一条横线，留空待填的地方就不见了。',
    en: 'A line of underscores, asterisks or hyphens alone becomes a ruled line, and a blank to fill in is gone.',
  },
  say: {
    zh: ({ words }) => `“${words}”会变成一条横线。若是留空处，请写成“\\${words}”；若要横线，请写成“---”。`,
    en: ({ words }) =>
      `“${words}” would become a ruled line. For a blank to fill in, write “\\${words}”; for a line, “---”.`,
  },
});

export const codeInfo = defineRule<{ words: string }>({
  id: 'markdown/code-info',
  severity: 'error',
  about: {
    zh: '三个反引号或波浪号开头的一行会被当作代码块的开头，同一行后面的字不显示。',
    en: 'A line that begins with three grave accents or tildes opens a block of code, and the rest of the line is not shown.',
  },
  say: {
    zh: ({ words }) => `“${words}”这一行会被当作代码标记，后面的字不会显示。请把文字移到下一行，或去掉开头的符号。`,
    en: ({ words }) =>
      `The line “${words}” opens a code block and its words would not be shown. Move them to the next line or remove the mark.`,
  },
});

export const commentUnclosed = defineRule<{ mark: string }>({
  id: 'markdown/comment-unclosed',
  severity: 'error',
  about: {
    zh: '备注要成对写成 <!-- … -->，不成对时，备注里的话会登在网页上。',
    en: 'A remark is written <!-- … -->; with one half missing, its words would be published.',
  },
  say: {
    zh: ({ mark }) => `备注标记“${mark}”不成对，备注会显示在页面上。备注写成 <!-- 备注 -->，中间不能有空行。`,
    en: ({ mark }) =>
      `The remark's “${mark}” has no other half, so the remark would be shown. Write <!-- remark -->, without blank lines inside.`,
  },
});

export const definitionUnused = defineRule<{ label: string }>({
  id: 'markdown/definition-unused',
  severity: 'error',
  about: {
    zh: '行首的“[词]: ”是 Markdown 的链接定义，不显示；没有地方用它，这行字就丢了。',
    en: '“[word]: ” at the beginning of a line defines a link and is not shown; when nothing uses it, the line is lost.',
  },
  say: {
    zh: ({ label }) => `这一行会被当作链接定义，不会显示。若是正文，请把“[${label}]:”里的冒号改成全角“：”。`,
    en: ({ label }) =>
      `This line is read as a link definition and would not be shown. If it is text, write a full-width “：” after “[${label}]”.`,
  },
});

export const footnoteUnused = defineRule<{ label: string; isRepeated: boolean }>({
  id: 'markdown/footnote-unused',
  severity: 'error',
  about: {
    zh: '没有被引用的脚注不会显示，写的内容就丢了。',
    en: 'A footnote that nothing refers to is not shown, and its words are lost.',
  },
  say: {
    zh: ({ label, isRepeated }) =>
      isRepeated
        ? `脚注“[^${label}]”写了两次，后一条不会显示。请改用另一个名字。`
        : `正文没有引用脚注“[^${label}]”，它不会显示。请在正文相应处写上 [^${label}]。`,
    en: ({ label, isRepeated }) =>
      isRepeated
        ? `Footnote “[^${label}]” is written twice; the second would be lost. Give it another name.`
        : `Nothing refers to footnote “[^${label}]”, so it would not be shown. Write [^${label}] in the text.`,
  },
});

export const footnoteUndefined = defineRule<{ label: string }>({
  id: 'markdown/footnote-undefined',
  severity: 'error',
  about: {
    zh: '引用了脚注却没有写内容，页面上只会留下一个没有去处的记号。',
    en: 'A reference without a footnote leaves a mark on the page that leads nowhere.',
  },
  say: {
    zh: ({ label }) => `没有脚注“${label}”的内容。请另起一行写：[^${label}]: 脚注内容`,
    en: ({ label }) => `Footnote “${label}” has no text. Add a line of its own: [^${label}]: text`,
  },
});

export const markerMisplaced = defineRule<{ words: string; mayMark: boolean }>({
  id: 'marker/misplaced',
  severity: 'error',
  about: {
    zh: '汇入标记要写在章节的普通段落里或单独一行，写在列表、表格里，条目接不成文。',
    en: 'A marker stands in a plain paragraph of a section or on its own line; inside a list or table its items make no text.',
  },
  say: {
    zh: ({ words, mayMark }) =>
      mayMark
        ? `<!-- ${words} --> 要写在普通段落里或单独一行，不能写在列表、表格、引用或加粗里。`
        : `<!-- ${words} --> 只能写在 sections 文件夹的文件里。`,
    en: ({ words, mayMark }) =>
      mayMark
        ? `<!-- ${words} --> belongs in a plain paragraph or on a line of its own, not in a list, table, quotation or bold text.`
        : `<!-- ${words} --> belongs in a file of the sections folder.`,
  },
});

export const markerUnknown = defineRule<{ found: string }>({
  id: 'marker/unknown',
  severity: 'warning',
  about: {
    zh: '拼错的标记会被当作备注，条目就不会出现在该出现的地方。',
    en: 'A misspelt marker is read as a remark, and the items are not where they should be.',
  },
  say: {
    zh: ({ found, fix }) => `“<!-- ${found} -->”会被当作备注而不显示。是否指“${fix}”？`,
    en: ({ found, fix }) => `“<!-- ${found} -->” is read as a remark. Did you mean “${fix}”?`,
  },
});
