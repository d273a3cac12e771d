/** Whatever a reader can read in the full text is found: what is asked of the pages is asked of the texts. */
import fc from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/diagnostics/diagnostic.js';
import type { ReportTexts } from '../../../src/model/search-texts.js';
import type { Site } from '../../../src/model/site.js';
import { assemble, read } from '../../support/whole.js';
import { contextOf } from '../../../src/render/context.js';
import { fullText } from '../../../src/render/full-text.js';
import { divide, textFile, writeReport } from '../../../src/render/search/text-files.js';
import { excerpt, find, fold, searchable, wordsOf } from '../../../templates/find-texts.js';
import { FullText } from '../../../templates/full-text.js';
import { BASE, siteOf } from '../../support/content.js';
import { folderOf } from '../../support/folder.js';
import { blocksOf } from '../../support/html.js';
import { realContent } from '../../support/real-content.js';
import { RICH } from '../data/rich-content.js';
import { partIn, textsOfSite } from './texts.js';

/** What a reader sees of a report, line by line, without what the page itself puts between its words. */
function linesOf({ reports: [report], portal, offices }: Site): string[] {
  if (!report) throw new Error('no report');
  const url = `${report.path}/report/`;
  const html = renderToString(h(FullText, fullText(report, contextOf(report, '', portal, offices), url)));
  const words = html
    .replace(
      /<sup[ >].*?<\/sup>|<span class="(?:outside|task)".*?<\/span>|<a href="#[^"]*" aria-label="回到.*?<\/a>/g,
      '',
    )
    .replace(/(<section class="notes"[^>]*>)<h\d[^>]*>注释<\/h\d>/g, '$1')
    // A heading that runs in to its paragraph is one line with it.
    .replace(/(<div class="run-in">)<(h\d)[^>]*>(.*?)<\/\2><p>/g, '$1<p>$3');
  return [report.title, ...blocksOf(words, '#full-text')];
}

/** As the page gets them: written down, and read from the script. */
function textsOf(site: Site): ReportTexts {
  const [report] = textsOfSite(site);
  const [file] = divide('', report ? [writeReport(report)] : []);
  const [read] = partIn(textFile('', 1, file ?? [])).reports;
  if (!read) throw new Error('no texts');
  return read;
}

/** The runs of so many characters that are not found, or not marked. */
function missed(site: Site, lengths: readonly number[]): string[] {
  const report = searchable(textsOf(site));
  const runs = linesOf(site).flatMap((line) => {
    const characters = [...line];
    return lengths.flatMap((length) =>
      characters
        .slice(0, Math.max(0, characters.length - length + 1))
        .map((_, at) => characters.slice(at, at + length).join('')),
    );
  });
  return [...new Set(runs)].filter((run) => {
    const words = wordsOf(run);
    if (words.length === 0) return false;
    return !find(report, words).some((found) => {
      const { title, lines } = excerpt(found, words);
      const marks = [title, ...lines].flat().filter(({ isMarked }) => isMarked);
      const marked = fold(marks.map(({ words }) => words).join(''));
      return words.every((word) => marked.includes(word));
    });
  });
}

const ALL_LENGTHS = [2, 3, 4, 5, 6, 7, 8];

describe('every run of two to eight characters of a text finds its report, and is marked', () => {
  test('in the real report', () => {
    const { site } = siteOf(realContent());
    expect(linesOf(site).join('').length).toBeGreaterThan(3000);
    expect(missed(site, ALL_LENGTHS)).toEqual([]);
  });

  test('in a report with all of Markdown in it', () => {
    const { site } = siteOf(RICH);
    expect(linesOf(site)).toEqual(expect.arrayContaining(['（一）动员部署。一行之后', '据司法所统计。', '12']));
    expect(missed(site, ALL_LENGTHS)).toEqual([]);
  });

  test('in any report', () => {
    const sources = read(folderOf(BASE)).sources;
    const bodies = [
      'sections/10-measures',
      'sections/20-problems',
      'events/2022-06-26-drug-control-day',
      'tasks/01-more-publicity',
    ];
    const words = fc.constantFrom(
      ...'法治 乡鎮 １２ ab Ａ é ｶﾞ ㈠ 𠮷 👨‍👩‍👧 （三） “引” ， 。 ； \u200b'.split(' '),
      ...[
        ' ',
        '　',
        '\n',
        '\n\n',
        '\n\n- ',
        '\n\n1. ',
        '**',
        '*',
        '`码`',
        '[链](#plan)',
        '[外](https://example.com/)',
        '\\|',
        '<!-- events -->',
      ],
      ...[
        '\n\n| 甲 | 乙 |\n| - | - |\n| 丙丁 | 12 |\n\n',
        '[^注]',
        '\n\n[^注]: 说明，*着重*。\n\n',
        '\n\n> 引文\n\n',
        '\n\n<!-- tasks -->\n\n',
      ],
    );
    const text = fc.array(words, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    let looked = 0;
    fc.assert(
      fc.property(
        fc.tuple(text, text, text, text),
        fc.integer({ min: 2, max: 8 }),
        fc.boolean(),
        (texts, length, isRunIn) => {
          const changed = sources.map((source) => {
            const index = bodies.findIndex((name) => source.path === `2022/${name}.md`);
            return index < 0 || source.kind === 'asset'
              ? source
              : { ...source, body: source.body.trimEnd() + (texts[index] ?? '') };
          });
          const { site, diagnostics } = assemble(changed);
          fc.pre(!hasErrors(diagnostics));
          const [section] = site.reports[0]?.sections ?? [];
          if (section && isRunIn) section.runIn = '。';
          looked += linesOf(site).length;
          expect(missed(site, [length])).toEqual([]);
        },
      ),
      // About one in eight makes a site without errors.
      { numRuns: 25, maxSkipsPerRun: 1000 },
    );
    expect(looked).toBeGreaterThan(200);
  });

  test('and a text that is not there is missed', () => {
    const { site } = siteOf(BASE);
    const [report] = site.reports;
    const texts = textsOf(site);
    if (report) report.title = '另一份报告';
    expect(linesOf(site)).toContain('另一份报告');
    expect(find(searchable(texts), wordsOf('另一份报告'))).toEqual([]);
  });
});
