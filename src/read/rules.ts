/** The rules about files and their front matter: what `read` and `check` say before any content is looked at. */
import { defineRule, type Rule, type Words } from '../diagnostics/diagnostic.js';

export const fileSymlink = defineRule({
  id: 'file/symlink',
  severity: 'error',
  say: {
    zh: () => '这是一个快捷链接（符号链接），程序不读取。请把真正的文件放到这里。',
    en: () => 'This is a symbolic link, which is not followed. Put the real file here.',
  },
});

export const fileTooLarge = defineRule<{ bytes: number; limit: number }>({
  id: 'file/too-large',
  severity: 'error',
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
  say: {
    zh: ({ reason }) => `无法读取：${reason.zh}。`,
    en: ({ reason }) => `Cannot be read: ${reason.en}.`,
  },
});

export const fileEncoding = defineRule({
  id: 'file/encoding',
  severity: 'warning',
  say: {
    zh: () => '文件编码是 GBK（GB18030），已按它读取。请用编辑器“另存为”，编码选“UTF-8”。',
    en: () => 'The file is encoded in GBK (GB18030) and was read as such. Save it as UTF-8 in your editor.',
  },
});

export const fileEncodingUnknown = defineRule({
  id: 'file/encoding-unknown',
  severity: 'error',
  say: {
    zh: () => '认不出文件的编码，它可能不是文字文件。请用编辑器打开，确认内容正常后“另存为”，编码选“UTF-8”。',
    en: () => 'The encoding is not known; perhaps this is no text file. Open it in an editor and save it as UTF-8.',
  },
});

export const fileControlCharacter = defineRule<{ code: string }>({
  id: 'file/control-character',
  severity: 'error',
  say: {
    zh: ({ code }) => `此处有一个无法显示的字符（${code}）。请删去它，如有缺字请补上。`,
    en: ({ code }) =>
      `There is a character here that cannot be shown (${code}). Delete it; if a word is damaged, mend it.`,
  },
});

export const fileConflict = defineRule({
  id: 'file/conflict',
  severity: 'error',
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
  say: {
    zh: () => '文件是空的。请写上内容，不需要它就删去。',
    en: () => 'The file is empty. Write its content, or delete it.',
  },
});

export const frontMatterMissing = defineRule({
  id: 'front-matter/missing',
  severity: 'error',
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
  say: {
    zh: () => '文件头的“---”之前有空行。请删去空行，让“---”成为第一行。',
    en: () => 'There are blank lines before “---”. Delete them, so that “---” is the first line.',
  },
});

export const frontMatterUnclosed = defineRule<{ line: number }>({
  id: 'front-matter/unclosed',
  severity: 'error',
  say: {
    zh: ({ line }) => `文件头没有结束。请在第 ${line} 行之后加一行“---”。`,
    en: ({ line }) => `The front matter has no end. Add a line “---” after line ${line}.`,
  },
});

export const frontMatterFence = defineRule<{ found: string }>({
  id: 'front-matter/fence',
  severity: 'error',
  say: {
    zh: ({ found }) => `文件头的分隔行写成了“${shorten(found)}”。请改成顶格的三个英文减号“---”，这一行不写别的。`,
    en: ({ found }) =>
      `The line that fences the front matter reads “${shorten(found)}”. Write exactly three hyphens, “---”.`,
  },
});

export const frontMatterLanguage = defineRule<{ found: string }>({
  id: 'front-matter/language',
  severity: 'error',
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
  say: {
    zh: ({ key }) => `“${key}”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“${key}: ”。`,
    en: ({ key }) => `A full-width colon “：” follows “${key}”. Write an ASCII colon and a blank: “${key}: ”.`,
  },
});

export const frontMatterColonBlank = defineRule<{ key: string }>({
  id: 'front-matter/colon-blank',
  severity: 'error',
  say: {
    zh: ({ key }) => `“${key}”的冒号后面缺少一个空格。请写成“${key}: ”，再写内容。`,
    en: ({ key }) => `A blank is missing after the colon of “${key}”. Write “${key}: ”, then the value.`,
  },
});

export const frontMatterColonMissing = defineRule<{ key: string }>({
  id: 'front-matter/colon-missing',
  severity: 'error',
  say: {
    zh: ({ key }) => `“${key}”后面缺少冒号。请写成“${key}: ”，再写内容。`,
    en: ({ key }) => `The colon after “${key}” is missing. Write “${key}: ”, then the value.`,
  },
});

export const frontMatterWideBlank = defineRule({
  id: 'front-matter/wide-blank',
  severity: 'error',
  say: {
    zh: () => '此处用了全角空格（或不间断空格）。请改成普通的半角空格。',
    en: () => 'There is a full-width (or no-break) blank here. Write an ordinary blank.',
  },
});

export const frontMatterTab = defineRule({
  id: 'front-matter/tab',
  severity: 'error',
  say: {
    zh: () => '此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。',
    en: () => 'This line is indented with a tab. Write blanks instead, two for each level.',
  },
});

export const frontMatterIndent = defineRule<{ key: string; firstLine: number }>({
  id: 'front-matter/indent',
  severity: 'error',
  say: {
    zh: ({ key, firstLine }) => `“${key}”缩进多了。请与第 ${firstLine} 行的键左对齐。`,
    en: ({ key, firstLine }) => `“${key}” is indented too far. Align it with the key on line ${firstLine}.`,
  },
});

export const frontMatterDuplicateKey = defineRule<{ key: string; firstLine: number }>({
  id: 'front-matter/duplicate-key',
  severity: 'error',
  say: {
    zh: ({ key, firstLine }) => `“${shorten(key)}”写了两次，第一次在第 ${firstLine} 行。请只留一个。`,
    en: ({ key, firstLine }) => `“${shorten(key)}” is given twice, first on line ${firstLine}. Keep one of them.`,
  },
});

export const frontMatterNotKeys = defineRule<{ kind: 'list' | 'text' }>({
  id: 'front-matter/not-keys',
  severity: 'error',
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
  say: {
    zh: () => '括号或缩进的层数太多，没有读取。请检查多余的括号、减号和缩进。',
    en: () =>
      'Brackets or indents are nested too deeply; this was not read. Look for stray brackets, dashes and indents.',
  },
});

export const frontMatterSyntax = defineRule<{ words: Words }>({
  id: 'front-matter/syntax',
  severity: 'error',
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
