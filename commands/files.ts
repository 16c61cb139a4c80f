import type { Handler } from '../src/context';
import { demandExport } from '../src/services/export-sheet';
import { demandImport } from '../src/services/import-sheet';
import { askForExport } from '../src/services/send-export';
import { cancelImport, confirmImport, previewImport, startImport } from '../src/services/sheet-imports';
import { inputFiles, inputValue, notesOf, type SentView } from '../src/slack/form';
import { exportAskedView, exportForm } from '../src/slack/views/export';
import { cancelledView, importForm, previewView, readingView } from '../src/slack/views/import';

export const openImport: Handler = async (_request, { person, t }) => {
  demandImport(person, undefined);
  return { show: importForm(t) };
};

/** The file is fetched and read afterwards; the modal then shows what would become of it. */
export const submitFile: Handler = async ({ view, submission }, { db, person, now, t }) => {
  const [file] = view ? inputFiles(view, 'file') : [];
  const { key } = await startImport(db, file, person, now, submission);
  return { show: readingView(key, t) };
};

/** The value of the button is the import's key. */
export const openPreview: Handler = async ({ value }, { db, person, t }) => ({
  show: previewView(await previewImport(db, value, person), 0, t),
});

export const turnPage: Handler = async ({ view, value }, { db, person, t }) => ({
  show: previewView(await previewImport(db, keyOf(view), person), Number(value), t),
});

export const submitPreview: Handler = async ({ view }, { db, person, now, t }) => ({
  show: previewView(await confirmImport(db, keyOf(view), person, now), 0, t),
});

export const cancel: Handler = async ({ value }, { db, person, t }) => {
  await cancelImport(db, value, person);
  return { show: cancelledView(t) };
};

export const openExport: Handler = async (_request, { person, t }) => {
  demandExport(person, 'courses');
  return { show: exportForm(t) };
};

export const submitExport: Handler = async ({ view, submission }, { db, person, now, t }) => {
  await askForExport(db, view && inputValue(view, 'kind'), person, now, submission);
  return { show: exportAskedView(t) };
};

function keyOf(view: SentView | undefined): string {
  return (view && notesOf(view).import) ?? '';
}
