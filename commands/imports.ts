import type { Handler } from '../src/feature';
import { exportAskedView, exportForm } from '../src/features/imports/export.view';
import { demandExport } from '../src/features/imports/export-sheet';
import {
  cancelledView,
  importForm,
  importingName,
  previewView,
  readingView,
} from '../src/features/imports/import.view';
import { askForExport } from '../src/features/imports/send-export';
import {
  cancelImport,
  confirmImport,
  previewImport,
  startImport,
  undecidedImport,
} from '../src/features/imports/sheet-imports';
import { inputFiles, inputValue, notesOf, type SentView } from '../src/slack/form';

/** A file that was read and not decided on need not be chosen again. */
export const openImport: Handler = async (_request, { db, person, t }) => ({
  show: importForm(await undecidedImport(db, person), t),
});

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

/** Many rows are imported afterwards; the modal that began it is then found by its name. */
export const submitPreview: Handler = async ({ view }, { db, person, now, t }) => {
  const { chosen, isBegun } = await confirmImport(db, keyOf(view), person, now);
  return { show: previewView(chosen, 0, t, isBegun ? importingName(chosen.key) : undefined) };
};

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
