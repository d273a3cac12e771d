/** A report with all of Markdown in it, and with signs that Markdown and HTML take for their own. */
import { BASE } from '../../support/content.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const RICH: Readonly<Record<string, string | Uint8Array>> = {
  ...BASE,
  '2022/现场.png': PNG,
  '2022/report.md': `${BASE['2022/report.md'] ?? ''}\n星号\\*不\\*是强调，\\<b\\>不是标签，1\\. 也不是列表，&amp;amp; 照写，下划线_a_b_。[^总]\n\n[^总]: 总的说明，**着重**。\n`,
  '2022/sections/10-measures.md': `---
title: 主要举措和成效
part: measures
---

我镇开展法治宣传，**重点突出**，*持续推进*，用 \`code\` 记录。<!-- events -->

- 第一项
- 第二项，参见[不足](20-problems.md)。
  1. 之一
  2. 之二

3. 从三起
4. 到四止

- [x] 已办
- [ ] 未办

> 引用一句。
>
> 再引一句。

| 单位 | 场次 | 备注 |
| :- | -: | :-: |
| 司法所 | 12 | 见[外站](https://example.com/a?b=1&c=2) |
| 派出所 |  | \\| 竖线 |

数据[^甲]和依据[^乙]，再看[^甲]。

[^甲]: 据司法所统计。
[^乙]: 第一段。

    第二段，参见[不足](20-problems.md)。

![宣传现场](../现场.png)

1\\. 不是列表

\\# 不是标题
`,
  '2022/sections/11-mobilization.md': `---
title: 动员部署。
section: measures
---

一行之后  \n换行，参见[不足](20-problems.md)。

- 之后的列表
`,
};
