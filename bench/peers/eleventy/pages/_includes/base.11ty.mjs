import { esc } from '../../page.mjs';

export const render = ({ title, report, content }) => `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${esc(report?.title ?? title)}</title></head>
<body>
${content}
</body>
</html>
`;
