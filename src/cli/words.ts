/** What the command line says, in both languages. */
import type { CommanderError, Option } from 'commander';
import type { Language } from '../diagnostics/diagnostic.js';

export const HELP = {
  zh: {
    description: '把法治政府建设年度报告（Markdown）生成门户栏目用的静态网页。',
    usage: '<命令> [选项]',
    commandUsage: '[选项]',
    build: '检查内容，生成网页',
    merge: '把几台计算机分片生成的网站合成一个',
    mergeParts: '各分片的文件夹，由 fazhi build --shard 生成',
    mergeUsage: '<分片...> [选项]',
    threads: '用几个线程生成，1–64；不写则按内容多少自动决定',
    shard: '只生成第几份，例如 2/4；全部分片用 fazhi merge 合成',
    check: '只检查内容',
    explain: '说明一条规则；不写规则名，列出全部规则',
    explainRule: '规则名，例如 office/unknown',
    explainUsage: '[规则名] [选项]',
    new: '新建报告、章节、活动、职责、问题或任务',
    newUsage: '<report|section|event|duty|shortcoming|task> [选项]',
    newReportUsage: '[年度] [选项]',
    newKind: {
      report: '新建一份年度报告，接着上一年度',
      section: '新建一个章节',
      event: '新建一项活动',
      duty: '新建一条职责',
      shortcoming: '新建一个问题',
      task: '新建一项任务',
    },
    newYear: '年度，例如 2023；或文件夹，例如 junchuan/2023',
    joint: '；',
    repeatable: '可重复',
    choices: (choices: readonly string[]) => choices.join('、'),
    textFile: '正文所在的文件（UTF-8）；写 - 则从标准输入读',
    dryRun: '只显示要写的文件，不写入',
    askAgain: '请按上面的提示改正。直接回车沿用刚才的回答，Ctrl-C 放弃。',
    cancelled: '已取消，没有写入任何文件。',
    newRefused: '没有写入任何文件。请按上面的提示改正后再执行。',
    written: (path: string) => `已写入 ${path}`,
    unwritten: (count: number) => `还有 ${count} 处要写上正文；写好以前，网页上是空的：`,
    next: (isUnwritten: boolean) =>
      isUnwritten
        ? '下一步：打开这些文件写上正文；运行 fazhi serve，边写边看。'
        : '下一步：打开文件核对一遍；运行 fazhi serve，看它在网页上的样子。',
    import: '把写好的报告（.docx、.html、.txt、.md）变成内容文件',
    importFile: '报告文件',
    importOut: '报告的文件夹，如 content/2022',
    importYear: '报告的年度，看不出时写明',
    force: '文件夹里已有别的内容也写入：先显示改动，原来的文件夹另存一份',
    importDryRun: '只看认出了什么、会改动什么，不写入',
    importUsage: '<文件> --out <文件夹> [选项]',
    export: '把报告另存为 Word 文件（上报用），按公文格式排版',
    exportKind: '文件类型',
    exportUsage: 'docx [选项]',
    exportOut: '文件写到哪个文件夹',
    exportForce: '覆盖内容不同的同名文件',
    exported: (file: string, isNew: boolean) => (isNew ? `已写入 ${file}` : `${file} 没有变化`),
    exportRefused: '没有写入任何文件。请先改正上面的错误',
    publish: '检查、生成并发布网页：到文件夹、服务器，或一个 .zip 文件',
    publishTarget: '文件夹、.zip 文件、sftp://用户@主机/文件夹，或 用户@主机:文件夹（rsync）',
    publishUsage: '<发布位置> [选项]',
    publishDryRun: '只显示会有什么改动，不改动',
    rollback: '退回上一版；再执行一次，又回到新版',
    putAll: '全部文件重新上传，包括看起来没有变的（例如网页被篡改以后）',
    sshConfig: '代替 ~/.ssh/config 的 ssh 配置文件',
    publishFormat: '结果的格式',
    pdf: '把报告印成 PDF，按公文格式排版；要有 Chrome、Chromium 或 Edge',
    browser: '浏览器程序的位置；不写则用 FAZHI_BROWSER，再不然自动查找',
    verify: '核对网站上或文件夹里的网页是不是生成时的样子',
    verifyWhere: '网址（http、https）或文件夹',
    verifyAgainst: '生成时的清单：生成的文件夹，或另外保存的 manifest.json',
    verifyTimeout: '每个文件最多等几秒，1–300，默认 15',
    verifyUsage: '<网址|文件夹> [选项]',
    serve: '在本机预览网页，保存即更新',
    port: '预览用的端口，被占用时用下一个；0 表示任选',
    editor: '网页上的链接用什么打开文件：vscode 或 none',
    content: '内容文件夹',
    noCache: '不用也不留缓存（.fazhi-cache），全部重新生成',
    out: '网页写到哪个文件夹',
    lang: '提示的语言：中文或英文',
    format: '诊断的格式',
    fix: '先改好有把握的错误（标点、空格、编码），不动文字，再检查',
    strict: '提醒也算不通过',
    quiet: '只显示诊断，不显示小结',
    optionChoices: (choices: readonly string[]) => `可选 ${choices.join('、')}`,
    optionDefault: (value: string) => `默认 ${value}`,
    optionNotes: (notes: readonly string[]) => `（${notes.join('，')}）`,
    help: '显示帮助',
    version: '显示版本号',
    titles: { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' } as Readonly<
      Record<string, string>
    >,
    bug: (version: string, detail: string) =>
      `程序内部出错（fazhi ${version}）：${detail}\n内容没有受影响。请把这段话和所用的内容文件交给维护 fazhi 的人；设 FAZHI_DEBUG=1 再运行一次，可附上详细经过。`,
  },
  en: {
    description: "Builds the pages of a township's annual rule-of-law report for a column of the county portal.",
    usage: '<command> [options]',
    commandUsage: '[options]',
    build: 'check the content, then build the pages',
    merge: 'make one site of the parts that several computers have built',
    mergeParts: 'the folders of all parts, made by fazhi build --shard',
    mergeUsage: '<parts...> [options]',
    threads: 'how many threads build, 1–64; by default as many as pay',
    shard: 'build only one share, such as 2/4; fazhi merge makes the whole of all',
    check: 'check the content only',
    explain: 'explain a rule; without one, list them all',
    explainRule: 'the rule, such as office/unknown',
    explainUsage: '[rule] [options]',
    new: 'make a new report, section, event, duty, shortcoming or task',
    newUsage: '<report|section|event|duty|shortcoming|task> [options]',
    newReportUsage: '[year] [options]',
    newKind: {
      report: "a year's report that follows the last",
      section: 'a section',
      event: 'an event',
      duty: 'a duty',
      shortcoming: 'a shortcoming',
      task: 'a task',
    },
    newYear: 'the year, such as 2023; or the folder, such as junchuan/2023',
    joint: '; ',
    repeatable: 'may be repeated',
    choices: (choices: readonly string[]) => choices.join(', '),
    textFile: 'the file that holds the text (UTF-8); - for standard input',
    dryRun: 'show what would be written, write nothing',
    askAgain: 'Please mend what is said above. Enter keeps an answer, Ctrl-C gives up.',
    cancelled: 'Cancelled; nothing was written.',
    newRefused: 'Nothing was written. Mend what is said above and call again.',
    written: (path: string) => `Wrote ${path}`,
    unwritten: (count: number) => `Texts still to be written: ${count}. Until then the pages are empty there:`,
    next: (isUnwritten: boolean) =>
      isUnwritten
        ? 'Next: open these files and write their texts; fazhi serve shows the pages as you write.'
        : 'Next: open the file and look it over; fazhi serve shows it on the pages.',
    import: 'turn a written report (.docx, .html, .txt, .md) into content files',
    importFile: 'the report',
    importOut: 'folder of the report, such as content/2022',
    importYear: 'year of the report, where its words do not tell',
    force: 'write into a folder that holds other content: the changes are shown, the old folder is kept',
    importDryRun: 'show what is recognised and what would change, write nothing',
    importUsage: '<file> --out <folder> [options]',
    export: 'write the reports as Word files, laid out as official documents',
    exportKind: 'the kind of file',
    exportUsage: 'docx [options]',
    exportOut: 'the folder the files are written to',
    exportForce: 'replace files of the same name that say something else',
    exported: (file: string, isNew: boolean) => (isNew ? `Wrote ${file}` : `${file} is unchanged`),
    exportRefused: 'Nothing was written. Please mend the errors above',
    publish: 'check, build and publish the pages: to a folder, a server, or a .zip file',
    publishTarget: 'a folder, a .zip file, sftp://user@host/folder, or user@host:folder (rsync)',
    publishUsage: '<target> [options]',
    publishDryRun: 'show what would change, change nothing',
    rollback: 'go back to the version before; once more, and forward again',
    putAll: 'put every file again, also those that seem unchanged (such as after tampering)',
    sshConfig: 'ssh configuration to use instead of ~/.ssh/config',
    publishFormat: 'format of the result',
    pdf: 'print the reports as PDF, laid out as official documents; needs Chrome, Chromium or Edge',
    browser: 'path of the browser; without it FAZHI_BROWSER, else one is looked for',
    verify: 'prove that what is served, or lies in a folder, is what was built',
    verifyWhere: 'an address (http, https) or a folder',
    verifyAgainst: 'the list of what was built: the built folder, or a manifest.json kept elsewhere',
    verifyTimeout: 'seconds to wait for a file, 1–300, default 15',
    verifyUsage: '<address|folder> [options]',
    serve: 'show the site on this machine, up to date with each save',
    port: 'port to serve on, or the next free one; 0 takes any',
    editor: 'what the links in the page open files with: vscode or none',
    content: 'the content folder',
    noCache: 'neither use nor leave a cache (.fazhi-cache); make everything anew',
    out: 'the folder the pages are written to',
    lang: 'language of the messages',
    format: 'format of the diagnostics',
    fix: 'first mend what is certain (marks, blanks, encoding; no word), then check',
    strict: 'warnings fail too',
    quiet: 'print diagnostics only, no summary',
    optionChoices: (choices: readonly string[]) => `choices: ${choices.join(', ')}`,
    optionDefault: (value: string) => `default: ${value}`,
    optionNotes: (notes: readonly string[]) => ` (${notes.join('; ')})`,
    help: 'show help',
    version: 'show the version',
    titles: {} as Readonly<Record<string, string>>,
    bug: (version: string, detail: string) =>
      `This is a bug in fazhi ${version}: ${detail}\nYour content is untouched. Please pass this message and the content on to whoever maintains fazhi; FAZHI_DEBUG=1 shows where it happened.`,
  },
} as const;

/** What `serve` says while it runs. Editors look for `begin` and `done` at the start of a line. */
export const SERVE = {
  zh: {
    begin: '检查开始',
    done: '检查完成',
    colon: '：',
    address: (url: string) => `预览网址：${url}\n保存文件，网页自动更新。按 Ctrl-C 结束。`,
    portInUse: (wanted: number, got: number) => `端口 ${wanted} 已被占用，改用 ${got}。`,
    fallback: (detail: string) =>
      `系统不能再监视更多文件（${detail}），改为每隔片刻查看一次，更新会慢一些。Linux 上可由管理员调高 fs.inotify.max_user_watches。`,
    end: '预览结束。',
  },
  en: {
    begin: 'Check begins',
    done: 'Check done',
    colon: ': ',
    address: (url: string) => `Serving at ${url}\nSave a file and the page follows. Ctrl-C ends it.`,
    portInUse: (wanted: number, got: number) => `Port ${wanted} is in use; taking ${got}.`,
    fallback: (detail: string) =>
      `The system cannot watch the files (${detail}); looking at them in turn from now on, which is slower. On Linux, an administrator can raise fs.inotify.max_user_watches.`,
    end: 'Serving has ended.',
  },
} as const;

/** What `import` says. */
export const IMPORT = {
  zh: {
    title: (title: string, year: number) => `${title}（${year}年度）`,
    recognised: '认出',
    doubtful: '存疑',
    leftAsText: '留作正文',
    faithful: (characters: number) => `全文 ${characters} 字，与原文逐字相同。`,
    unfaithful: (near: string) => `全文与原文不一致，最先在“${near}”处。`,
    dropped: (words: string, reason: string) => `未收入正文（${reason}）：${words}`,
    doubts: (count: number) => `有 ${count} 处请核对，见 IMPORT.md。`,
    errors: (count: number) => `检查还有 ${count} 个错误，改正后才能生成网页：fazhi check`,
    kinds: { new: '（将新建）', changed: '（内容不同）', gone: '（导入的报告里没有）' },
    refused: (out: string) => `“${out}”里已有内容，与要导入的不同，没有改动：`,
    useForce: '先用 --force --dry-run 看改动；确定要换，用 --force，原来的文件夹会另存一份。',
    same: (out: string) => `“${out}”与要导入的内容相同，没有改动。`,
    dryRun: (count: number) => `会写入或改动 ${count} 个文件；没有写入。`,
    written: (count: number, folder: string) => `已写入 ${count} 个文件：${folder}\n接着可以：fazhi serve`,
    kept: (folder: string) => `原来的文件夹另存为：${folder}`,
  },
  en: {
    title: (title: string, year: number) => `${title} (${year})`,
    recognised: 'recognised',
    doubtful: 'doubtful',
    leftAsText: 'left as text',
    faithful: (characters: number) => `All ${characters} characters are those of the source.`,
    unfaithful: (near: string) => `The text differs from the source, first near “${near}”.`,
    dropped: (words: string, reason: string) => `Left out (${reason}): ${words}`,
    doubts: (count: number) => `${count} places to look at, listed in IMPORT.md.`,
    errors: (count: number) => `check still finds ${count} errors, to be mended before a build: fazhi check`,
    kinds: { new: ' (to be made)', changed: ' (other content)', gone: ' (not in the imported report)' },
    refused: (out: string) => `“${out}” holds other content than the import and was left as it is:`,
    useForce: '--force --dry-run shows the changes; --force makes them and keeps the old folder beside the new one.',
    same: (out: string) => `“${out}” is the same already; nothing changed.`,
    dryRun: (count: number) => `${count} files would be written or changed; nothing was written.`,
    written: (count: number, folder: string) => `Wrote ${count} files: ${folder}\nNext: fazhi serve`,
    kept: (folder: string) => `The old folder is kept as ${folder}`,
  },
} as const;

/** What `publish` says. */
export const PUBLISH = {
  zh: {
    refused: '没有发布。请先改正上面的错误和提醒（发布时，提醒也算不通过）。',
    nothing: (target: string) => `${target} 上已经是这一版，没有改动。`,
    published: (target: string, { changed, resumed, removed, unchanged }: Counts) =>
      `已发布到 ${target}：更新 ${changed} 个文件${resumed > 0 ? `（其中 ${resumed} 个是上次中断前传好的）` : ''}，删去 ${removed} 个，未变 ${unchanged} 个。`,
    wouldPublish: (target: string, { changed, removed, unchanged }: Counts) =>
      `试运行，没有改动。发布到 ${target} 将更新 ${changed} 个文件，删去 ${removed} 个，未变 ${unchanged} 个。`,
    rolledBack: (target: string, { changed, removed }: Counts) =>
      `已把 ${target} 退回上一版：换回 ${changed} 个文件，删去 ${removed} 个。再执行一次，又回到新版。`,
    wouldRollBack: (target: string, { changed, removed }: Counts) =>
      `试运行，没有改动。退回上一版将在 ${target} 换回 ${changed} 个文件，删去 ${removed} 个。`,
    change: (path: string) => `  更新 ${path}`,
    removal: (path: string) => `  删去 ${path}`,
    foreign: (count: number, names: string) => `另有 ${count} 个文件不是本程序放的，都保留不动：${names}`,
    more: (names: readonly string[], isAll: boolean) => names.join('、') + (isAll ? '' : '……'),
    byFile:
      '这里是逐个文件更新的：更新的片刻，读者可能既看到新网页，也看到旧网页。想一步切换，请发布到一个还不存在的名字（那里要能建符号链接），再让门户改指那里。',
    back: (target: string) => `要退回上一版：fazhi publish ${target} --rollback`,
    progress: (done: number, total: number) => `正在上传 ${done}/${total}`,
  },
  en: {
    refused: 'Nothing was published. Please mend the errors and warnings above (publishing takes neither).',
    nothing: (target: string) => `${target} has this version already; nothing changed.`,
    published: (target: string, { changed, resumed, removed, unchanged }: Counts) =>
      `Published to ${target}: ${changed} files updated${resumed > 0 ? ` (${resumed} of them put before the last cut)` : ''}, ${removed} removed, ${unchanged} unchanged.`,
    wouldPublish: (target: string, { changed, removed, unchanged }: Counts) =>
      `A dry run; nothing was changed. Publishing to ${target} would update ${changed} files, remove ${removed} and leave ${unchanged} as they are.`,
    rolledBack: (target: string, { changed, removed }: Counts) =>
      `${target} is back at the version before: ${changed} files put back, ${removed} removed. Once more goes forward again.`,
    wouldRollBack: (target: string, { changed, removed }: Counts) =>
      `A dry run; nothing was changed. Going back would put back ${changed} files of ${target} and remove ${removed}.`,
    change: (path: string) => `  update ${path}`,
    removal: (path: string) => `  remove ${path}`,
    foreign: (count: number, names: string) => `${count} files are not ours and stay as they are: ${names}`,
    more: (names: readonly string[], isAll: boolean) => names.join(', ') + (isAll ? '' : ' …'),
    byFile:
      'This folder is changed file by file: for a moment readers may meet old pages beside new ones. For a switch in one step, publish to a name that does not exist yet, where symbolic links can be made, and have the portal point there.',
    back: (target: string) => `To go back: fazhi publish ${target} --rollback`,
    progress: (done: number, total: number) => `Putting ${done}/${total}`,
  },
} as const;

interface Counts {
  changed: number;
  resumed: number;
  removed: number;
  unchanged: number;
}

/** What `verify` says. */
export const VERIFY = {
  zh: {
    subject: (where: string, against: string) => `核对 ${where}，对照 ${against}`,
    same: (count: number) => `${count} 个文件，全部一致。`,
    faults: (count: number, faults: number) => `${count} 个文件，${faults} 处不一致：`,
    unasked: '服务器上多出来的文件，从网址看不出；要查，请到服务器上核对文件夹。',
    states: {
      missing: '缺失',
      changed: '被改动',
      extra: '多余',
      'wrong-type': '类型不对',
      redirected: '转到别处',
      refused: '拒绝访问',
      unreachable: '取不到',
    },
    hints: '提示，不算不一致：',
    hint: (words: string, paths: string) => `${words}${paths === '' ? '' : `（${paths}）`}`,
    paths: (shown: readonly string[], count: number) =>
      shown.join('、') + (count > shown.length ? `等 ${count} 处` : ''),
  },
  en: {
    subject: (where: string, against: string) => `Verifying ${where} against ${against}`,
    same: (count: number) => `${count} files, all the same.`,
    faults: (count: number, faults: number) => `${count} files, faults: ${faults}`,
    unasked:
      'Files that were added on the server cannot be seen from an address; verify the folder there to find them.',
    states: {
      missing: 'missing',
      changed: 'changed',
      extra: 'extra',
      'wrong-type': 'wrong type',
      redirected: 'redirected',
      refused: 'refused',
      unreachable: 'not reachable',
    },
    hints: 'Hints, which are no faults:',
    hint: (words: string, paths: string) => `${words}${paths === '' ? '' : ` (${paths})`}`,
    paths: (shown: readonly string[], count: number) =>
      shown.join(', ') + (count > shown.length ? ` and ${count - shown.length} more` : ''),
  },
} as const;

/** An option's line of the help, with what may be chosen and what stands when it is left out. */
export function describeOption(
  { description, argChoices, defaultValue, defaultValueDescription }: Option,
  language: Language,
): string {
  const { optionChoices, optionDefault, optionNotes } = HELP[language];
  const notes = [
    ...(argChoices === undefined ? [] : [optionChoices(argChoices)]),
    ...(typeof defaultValue === 'string' ? [optionDefault(defaultValueDescription ?? defaultValue)] : []),
  ];
  return notes.length === 0 ? description : description + optionNotes(notes);
}

/** A sentence for a call that the options do not allow. */
export function explainCall(error: CommanderError, language: Language): string {
  if (language === 'en')
    return `${error.message.replace(/^error: /, '').replace(/^./, (first) => first.toUpperCase())}\nRun fazhi --help for the commands and options.`;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const hint = /Did you mean (.+)\?/.exec(error.message)?.[1];
  const sentences: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有选项“${quoted}”${hint ? `，是否指“${hint}”？` : '。'}`,
    'commander.unknownCommand': `没有命令“${quoted}”${hint ? `，是否指“${hint}”？` : '。'}`,
    'commander.excessArguments': '多写了参数。',
    'commander.missingArgument': `还要写明“${quoted}”。`,
    'commander.missingMandatoryOptionValue': `还要写明“${quoted}”。`,
    'commander.optionMissingArgument': `选项“${quoted}”后面要写一个值。`,
    'commander.invalidArgument': `选项“${quoted}”的值不对${/Allowed choices are (.+)\./.exec(error.message)?.[1] ? `，可选：${/Allowed choices are (.+)\./.exec(error.message)?.[1]}` : ''}。`,
    'commander.conflictingOption': `选项${[...error.message.matchAll(/--[a-z-]+/g)].map(([option]) => `“${option}”`).join('和')}只能写一个。`,
    'commander.help': '请写明要执行的命令，例如：fazhi build',
  };
  return `${sentences[error.code] ?? error.message}\n用 fazhi --help 查看命令和选项。`;
}
