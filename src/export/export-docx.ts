/** Each report of a content folder as a Word file in a folder. */
import type { DocumentsResult } from '../build.js';
import { docxOf } from './docx.js';
import { saveFiles, type ExportedFile } from './save-files.js';

/** Errors: those of `saveFiles`. */
export async function exportDocx(
  documents: NonNullable<DocumentsResult['documents']>,
  { out, force }: { out: string; force: boolean },
): Promise<ExportedFile[]> {
  const made = await Promise.all(
    documents.map(async ({ path, name, day, document }) => ({ path, name, bytes: await docxOf(document, day) })),
  );
  return saveFiles(made, { out, ending: '.docx', force });
}
