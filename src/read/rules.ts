/** The rules about files and their front matter: what `read` and `check` say before any content is looked at. */
import { defineRule, type Rule, type Words } from '../diagnostics/diagnostic.js';

export const fileSymlink = defineRule({
  id: 'file/symlink',
  severity: 'error',
  about: {
    zh: '快捷链接指向的内容可能在文件夹之外，换一台电脑就不见了，也可能把不该公开的文件带进来。',
    en: 'A link may lead outside the folder, to what another machine does not have or what is not for the public.',
  },
  say: {
    zh: () => '这是一个快捷链接（符号链接），程序不读取。请把真正的文件放到这里。',
    en: () => 'This is a symbolic link, which is not followed. Put the real file here.',
  },
});

export const fileTooLarge = defineRule<{ bytes: number; limit: number }>({
  id: 'file/too-large',
  severity: 'error',
  about: {
    zh: '一年的报告只有几十 KB；超过上限的多半是改了扩展名的图片或误放的文件。',
    en: "A year's report has some tens of kilobytes; a larger file is a picture by another name, or there by mistake.",
  },
  say: {
    zh: ({ bytes, limit }) =>
      `文件有 ${inMegabytes(bytes)} MB，超过 ${inMegabytes(limit)} MB，没有读取。这里只放文字，图片和附件请另存为单独的文件。`,
    en: ({ bytes, limit }) =>
      `The file has ${inMegabytes(bytes)} MB, more than ${inMegabytes(limit)} MB, and was not read. ` +
      'Keep text only in it; pictures and attachments are files of their own.',
  },
});

export const fileUnreadable = defineRule<{ reason: Words }>({
  id: 'file/unreadable',
  severity: 'error',
  about: {
    zh: '读不了的文件不能当作没有：少了它，报告就不完整。',
    en: 'A file that cannot be read is not passed over, for the report would lack it.',
  },
  say: {
    zh: ({ reason }) => `无法读取：${reason.zh}。`,
    en: ({ reason }) => `Cannot be read: ${reason.en}.`,
  },
});

export const fileEncoding = defineRule({
  id: 'file/encoding',
  severity: 'warning',
  about: {
    zh: '文件按 GBK 编码也读得出来，但别的程序和版本管理只认 UTF-8，混用迟早会乱码。',
    en: 'A GBK file can be read, but other programs and version control expect UTF-8; mixed encodings end in garbled text.',
  },
  say: {
    zh: () => '文件编码是 GBK（GB18030），已按它读取。请用编辑器“另存为”，编码选“UTF-8”。',
    en: () => 'The file is encoded in GBK (GB18030) and was read as such. Save it as UTF-8 in your editor.',
  },
});

export const fileEncodingUnknown = defineRule({
  id: 'file/encoding-unknown',
  severity: 'error',
  about: {
    zh: '认不出编码的文件读不出文字，硬读会变成乱码登在网页上，所以不读。',
    en: 'A file whose encoding is not known cannot be read; a guess might put garbled text on the pages.',
  },
  say: {
    zh: () => '认不出文件的编码，它可能不是文字文件。请用编辑器打开，确认内容正常后“另存为”，编码选“UTF-8”。',
    en: () => 'The encoding is not known; perhaps this is no text file. Open it in an editor and save it as UTF-8.',
  },
});

export const fileControlCharacter = defineRule<{ code: string }>({
  id: 'file/control-character',
  severity: 'error',
  about: {
    zh: '看不见的控制字符会让网页缺字、乱码，多半是从别的程序粘贴时带来的，旁边往往还少了字。',
    en: 'Control characters come along from other programs, show as nothing or as boxes, and often stand where a character was lost.',
  },
  say: {
    zh: ({ code }) => `此处有一个无法显示的字符（${code}）。请删去它，如有缺字请补上。`,
    en: ({ code }) =>
      `There is a character here that cannot be shown (${code}). Delete it; if a word is damaged, mend it.`,
  },
});

export const fileConflict = defineRule({
  id: 'file/conflict',
  severity: 'error',
  about: {
    zh: '合并没有完成时，文件里并排放着两个人的写法；发布出去，读者会看到两份文字和标记。',
    en: 'An unfinished merge leaves two versions in one file; published, readers would see both and the marks between them.',
  },
  say: {
    zh: () =>
      '两个人改了同一处，合并没有完成：“<<<<<<<”与“=======”之间是一方写的，“=======”与“>>>>>>>”之间是另一方写的。请留下对的一份，删去另一份和这三行标记。',
    en: () =>
      'Two people changed the same place and the merge was not finished: one version stands between “<<<<<<<” and “=======”, the other below it. Keep the right one and delete the other and the three marks.',
  },
});

export const fileEmpty = defineRule({
  id: 'file/empty',
  severity: 'error',
  about: {
    zh: '空文件多半是存盘出错或忘了写；它不会出现在报告里，应写上内容或删去。',
    en: 'An empty file is mostly a failed save or a forgotten text; nothing of it would be in the report.',
  },
  say: {
    zh: () => '文件是空的。请写上内容，不需要它就删去。',
    en: () => 'The file is empty. Write its content, or delete it.',
  },
});

export const frontMatterMissing = defineRule({
  id: 'front-matter/missing',
  severity: 'error',
  about: {
    zh: '每个文件开头用“键: 值”写明标题、章节、日期等，没有文件头，程序不知道这段文字属于哪里。',
    en: 'Each file begins with keys for its title, section, date and so on; without them nobody knows where its text belongs.',
  },
  say: {
    zh: () => '文件开头没有文件头。请在第一行写“---”，下面逐行写“title: 标题”等，再用一行“---”结束，然后写正文。',
    en: () =>
      'The file does not begin with front matter. Write “---” on the first line, then “title: …” and so on, ' +
      'then “---” on a line of its own, then the text.',
  },
});

export const frontMatterBlankBefore = defineRule({
  id: 'front-matter/blank-before',
  severity: 'error',
  about: {
    zh: '文件头要从第一行开始，前面有空行，别的编辑器和程序就认不出它。',
    en: 'Front matter begins on the first line; after blank lines other programs do not recognise it.',
  },
  say: {
    zh: () => '文件头的“---”之前有空行。请删去空行，让“---”成为第一行。',
    en: () => 'There are blank lines before “---”. Delete them, so that “---” is the first line.',
  },
});

export const frontMatterUnclosed = defineRule<{ line: number }>({
  id: 'front-matter/unclosed',
  severity: 'error',
  about: {
    zh: '文件头要用一行“---”结束，否则后面的正文会被当作键来读。',
    en: 'Front matter ends with a line “---”; without it the text below would be read as keys.',
  },
  say: {
    zh: ({ line }) => `文件头没有结束。请在第 ${line} 行之后加一行“---”。`,
    en: ({ line }) => `The front matter has no end. Add a line “---” after line ${line}.`,
  },
});

export const frontMatterFence = defineRule<{ found: string }>({
  id: 'front-matter/fence',
  severity: 'error',
  about: {
    zh: '文件头前后各有一行“---”，写成别的横线，文件头和正文就分不开。',
    en: 'A line of exactly “---” fences the front matter on both sides; other dashes do not divide it from the text.',
  },
  say: {
    zh: ({ found }) => `文件头的分隔行写成了“${shorten(found)}”。请改成顶格的三个英文减号“---”，这一行不写别的。`,
    en: ({ found }) =>
      `The line that fences the front matter reads “${shorten(found)}”. Write exactly three hyphens, “---”.`,
  },
});

export const frontMatterLanguage = defineRule<{ found: string }>({
  id: 'front-matter/language',
  severity: 'error',
  about: {
    zh: '“---”后面的词会让某些程序把文件头当作代码来运行，本程序不运行，也不接受。',
    en: 'A word after “---” makes some programs run the front matter as code; this one does not, and refuses it.',
  },
  say: {
    zh: ({ found }) =>
      `文件头的“---”后面写了“${shorten(found)}”。请删去，只留“---”；文件头只写“键: 值”，程序不运行其中的代码。`,
    en: ({ found }) =>
      `“${shorten(found)}” stands after “---”. Delete it: front matter holds “key: value” lines only, and no code in it is run.`,
  },
});

export const frontMatterTooLarge = defineRule<{ length: number; limit: number }>({
  id: 'front-matter/too-large',
  severity: 'error',
  about: {
    zh: '文件头只写几行事实；太长多半是正文写到了第二个“---”之前。',
    en: 'Front matter holds a few facts; when it is long, the text mostly stands before the second “---”.',
  },
  say: {
    zh: ({ length, limit }) => `文件头有 ${length} 个字符，超过 ${limit} 个，没有读取。请把正文移到第二个“---”之后。`,
    en: ({ length, limit }) =>
      `The front matter has ${length} characters, more than ${limit}, and was not read. ` +
      'Move the text below the second “---”.',
  },
});

export const frontMatterFullwidthColon = defineRule<{ key: string }>({
  id: 'front-matter/fullwidth-colon',
  severity: 'error',
  about: {
    zh: '中文输入法的冒号“：”在 YAML 里只是一个字，不能分开键和值。',
    en: 'The full-width colon of Chinese input is a character like any other to YAML, and divides no key from its value.',
  },
  say: {
    zh: ({ key }) => `“${key}”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“${key}: ”。`,
    en: ({ key }) => `A full-width colon “：” follows “${key}”. Write an ASCII colon and a blank: “${key}: ”.`,
  },
});

export const frontMatterColonBlank = defineRule<{ key: string }>({
  id: 'front-matter/colon-blank',
  severity: 'error',
  about: {
    zh: '“键:值”之间没有空格，YAML 会把整行当作一段文字，键和值都丢了。',
    en: 'Without a blank after the colon YAML takes the whole line for words, and key and value are lost.',
  },
  say: {
    zh: ({ key }) => `“${key}”的冒号后面缺少一个空格。请写成“${key}: ”，再写内容。`,
    en: ({ key }) => `A blank is missing after the colon of “${key}”. Write “${key}: ”, then the value.`,
  },
});

export const frontMatterColonMissing = defineRule<{ key: string }>({
  id: 'front-matter/colon-missing',
  severity: 'error',
  about: {
    zh: '每个键后面要有英文冒号和空格，缺了冒号，这一行就不是“键: 值”。',
    en: 'A key is followed by a colon and a blank; without the colon the line is no “key: value”.',
  },
  say: {
    zh: ({ key }) => `“${key}”后面缺少冒号。请写成“${key}: ”，再写内容。`,
    en: ({ key }) => `The colon after “${key}” is missing. Write “${key}: ”, then the value.`,
  },
});

export const frontMatterWideBlank = defineRule({
  id: 'front-matter/wide-blank',
  severity: 'error',
  about: {
    zh: '全角空格和不间断空格看起来像空格，YAML 却当作文字，缩进和分隔都不起作用。',
    en: 'Full-width and no-break blanks look like blanks but are words to YAML, so they neither indent nor divide.',
  },
  say: {
    zh: () => '此处用了全角空格（或不间断空格）。请改成普通的半角空格。',
    en: () => 'There is a full-width (or no-break) blank here. Write an ordinary blank.',
  },
});

export const frontMatterTab = defineRule({
  id: 'front-matter/tab',
  severity: 'error',
  about: {
    zh: '制表符在不同编辑器里宽窄不一，YAML 不许用它缩进；请用空格，每层两个。',
    en: 'A tab is of another width in each editor, so YAML allows none in indents: write blanks, two for each level.',
  },
  say: {
    zh: () => '此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。',
    en: () => 'This line is indented with a tab. Write blanks instead, two for each level.',
  },
});

export const frontMatterIndent = defineRule<{ key: string; firstLine: number }>({
  id: 'front-matter/indent',
  severity: 'error',
  about: {
    zh: '缩进表示上下级，同一层的键要左对齐；多缩进的一行会被接到上一行的值里。',
    en: 'Indents tell what belongs to what; a key that is indented too far is read as more words of the value above.',
  },
  say: {
    zh: ({ key, firstLine }) => `“${key}”缩进多了。请与第 ${firstLine} 行的键左对齐。`,
    en: ({ key, firstLine }) => `“${key}” is indented too far. Align it with the key on line ${firstLine}.`,
  },
});

export const frontMatterDuplicateKey = defineRule<{ key: string; firstLine: number }>({
  id: 'front-matter/duplicate-key',
  severity: 'error',
  about: {
    zh: '同一个键写两次，只有一个算数，另一个写的内容会丢。',
    en: 'Of a key that is given twice only one counts, and what the other says is lost.',
  },
  say: {
    zh: ({ key, firstLine }) => `“${shorten(key)}”写了两次，第一次在第 ${firstLine} 行。请只留一个。`,
    en: ({ key, firstLine }) => `“${shorten(key)}” is given twice, first on line ${firstLine}. Keep one of them.`,
  },
});

export const frontMatterNotKeys = defineRule<{ kind: 'list' | 'text' }>({
  id: 'front-matter/not-keys',
  severity: 'error',
  about: {
    zh: '文件头和 site.yaml 里只写“键: 值”，写成一段话或一个列表，程序不知道各是什么。',
    en: 'Front matter and site.yaml hold “key: value” lines; of prose or a list nobody knows what each part is.',
  },
  say: {
    zh: ({ kind }) =>
      `这里应逐行写“键: 值”，例如“title: 标题”，现在写的是${kind === 'list' ? '一个列表' : '一段文字'}。`,
    en: ({ kind }) =>
      `Lines of “key: value” are expected here, such as “title: …”; this is ${kind === 'list' ? 'a list' : 'plain text'}.`,
  },
});

export const frontMatterAnchor = defineRule<{ found: string }>({
  id: 'front-matter/anchor',
  severity: 'error',
  about: {
    zh: '值以 &、*、! 开头时，YAML 会当作特殊记号而不是文字，内容会走样，所以要加引号。',
    en: "A value that begins with &, * or ! is a sign of YAML's and not words, so it has to be quoted.",
  },
  say: {
    zh: ({ found }) =>
      `“${shorten(found)}”以有特殊含义的符号“${found.slice(0, 1)}”开头，这里不使用。如果它是内容，请给整个值加上英文引号，如 "${shorten(found)}"。`,
    en: ({ found }) =>
      `“${shorten(found)}” begins with “${found.slice(0, 1)}”, which has a special meaning not used here. ` +
      `If it is part of the value, put the whole value in quotes: "${shorten(found)}".`,
  },
});

export const frontMatterComment = defineRule<{ found: string }>({
  id: 'front-matter/comment',
  severity: 'error',
  about: {
    zh: '值后面的“#”会被当作备注的开头，后面的字不会显示；这里多半本来是内容。',
    en: 'A # behind a value begins a remark, whose words are not shown; here they were probably meant to be.',
  },
  say: {
    zh: ({ found }) =>
      `“${shorten(found)}”会被当作备注丢掉。若是内容，请给整个值加上英文引号；若是备注，请在“#”后面空一格。`,
    en: ({ found }) =>
      `“${shorten(found)}” is read as a remark and lost. If it is content, put the whole value in quotes; if a remark, write a blank after “#”.`,
  },
});

export const frontMatterNesting = defineRule({
  id: 'front-matter/nesting',
  severity: 'error',
  about: {
    zh: '层层相套的括号或缩进多半是误粘贴；层数没有止境的文件会让程序崩溃，所以不读。',
    en: 'Brackets or indents without end are mostly pasted by mistake, and would bring the program down, so they are not read.',
  },
  say: {
    zh: () => '括号或缩进的层数太多，没有读取。请检查多余的括号、减号和缩进。',
    en: () =>
      'Brackets or indents are nested too deeply; this was not read. Look for stray brackets, dashes and indents.',
  },
});

export const frontMatterSyntax = defineRule<{ words: Words }>({
  id: 'front-matter/syntax',
  severity: 'error',
  about: {
    zh: '文件头用 YAML 书写，引号、括号要成对，缩进要对齐，值里有冒号或以特殊符号开头时要加引号；写法不对，整个文件头就读不出来。',
    en: 'Front matter is YAML: quotes and brackets come in pairs, indents align, and a value with a colon or a special sign at its beginning is quoted. Otherwise none of it may be readable.',
  },
  say: { zh: ({ words }) => words.zh, en: ({ words }) => words.en },
});

/** What `front-matter/syntax` says of a value with another colon in it. */
export function secondColonWords(value: string): Words {
  const found = shorten(value);
  return {
    zh: `“${found}”里又出现了一个“: ”。如果冒号是内容，请给整个值加上英文引号；如果是下一项，请另起一行。`,
    en: `“${found}” holds another “: ”. Quote the whole value, or give the next key a line of its own.`,
  };
}

/** What `front-matter/syntax` says of a value that begins with a mark of YAML. */
export function reservedStartWords(value: string): Words {
  const found = shorten(value);
  return {
    zh: `“${found}”不能以“${found.slice(0, 1)}”开头。请给整个值加上英文引号。`,
    en: `“${found}” cannot begin with “${found.slice(0, 1)}”. Put the whole value in quotes.`,
  };
}

/** Every rule above, for the reference that is made from them. */
export const READ_RULES: readonly Rule<never>[] = [
  fileSymlink,
  fileTooLarge,
  fileUnreadable,
  fileEncoding,
  fileEncodingUnknown,
  fileControlCharacter,
  fileConflict,
  fileEmpty,
  frontMatterMissing,
  frontMatterBlankBefore,
  frontMatterUnclosed,
  frontMatterFence,
  frontMatterLanguage,
  frontMatterTooLarge,
  frontMatterFullwidthColon,
  frontMatterColonBlank,
  frontMatterColonMissing,
  frontMatterWideBlank,
  frontMatterTab,
  frontMatterIndent,
  frontMatterDuplicateKey,
  frontMatterNotKeys,
  frontMatterAnchor,
  frontMatterComment,
  frontMatterNesting,
  frontMatterSyntax,
];

/** What a message quotes, when it may be a page long. */
export function shorten(words: string): string {
  // A character outside the first plane is two units, of which one alone shows as nothing.
  return words.length <= 30 ? words : `${words.slice(0, 30).replace(/[\ud800-\udbff]$/, '')}…`;
}

function inMegabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 100) / 100).toString();
}
