const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const esc = (text) => String(text ?? '').replace(/[&<>"]/g, (mark) => ESCAPES[mark]);

/** Front matter of a page that every report has. */
export const pageOfReport = (path) => ({
  pagination: { data: 'collections.reports', size: 1, alias: 'report' },
  permalink: ({ report }) => `${report.folder}/${path}`,
  layout: 'report.11ty.mjs',
});
