import { OPEN_EXPORT, OPEN_IMPORT } from '../src/core/entry-points';
import { feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/imports/copy';
import { exportAskedView, exportFileForm, exportView } from '../src/features/imports/export.view';
import { exportFile } from '../src/features/imports/export-file.messages';
import { demandExport } from '../src/features/imports/export-sheet';
import {
  CANCEL_IMPORT,
  cancelledView,
  importFileForm,
  importingName,
  importPreviewForm,
  importView,
  OPEN_PREVIEW,
  previewView,
  readingView,
} from '../src/features/imports/import.view';
import { catalogueImported, sheetImported } from '../src/features/imports/import-changes';
import { importPreview } from '../src/features/imports/import-file.messages';
import { importSave } from '../src/features/imports/save-import.messages';
import { askForExport } from '../src/features/imports/send-export';
import {
  cancelImport,
  confirmImport,
  forgetOldImports,
  previewImport,
  startImport,
  undecidedImport,
} from '../src/features/imports/sheet-imports';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import type { SentView } from '../src/slack/sent-view';

/** Offers an earlier file that still awaits a decision. */
const openImport: Handler = async (_request, { db, person, t }) => ({
  show: importView(await undecidedImport(db, person), t),
});

/** A background message downloads and reads the file, then shows the preview in this modal. */
const submitFile: Handler = async ({ view, submission }, { db, person, now, t }) => {
  const [file] = view ? importFileForm.read(view).file : [];
  const { key } = await startImport(db, file, person, now, submission);
  return { show: readingView(key, t) };
};

/** Button value: the import's key. */
const openPreview: Handler = async ({ value }, { db, person, t }) => ({
  show: previewView(await previewImport(db, value, person), 0, t),
});

const turnPage: Handler = async ({ view, value }, { db, person, t }) => ({
  show: previewView(await previewImport(db, keyOf(view), person), Number(value), t),
});

/** Large imports run in the background and later find this modal by its external id. */
const submitPreview: Handler = async ({ view }, { db, person, now, t }) => {
  const { chosen, isBegun } = await confirmImport(db, keyOf(view), person, now, roundOf(view));
  return { show: previewView(chosen, 0, t, isBegun ? importingName(chosen.key) : undefined) };
};

const cancel: Handler = async ({ value }, { db, person, t }) => {
  await cancelImport(db, value, person);
  return { show: cancelledView(t) };
};

const openExport: Handler = async (_request, { person, t }) => {
  demandExport(person, 'courses');
  return { show: exportView(t) };
};

const submitExport: Handler = async ({ view, submission }, { db, person, now, t }) => {
  await askForExport(db, view && exportFileForm.read(view).kind, person, now, submission);
  return { show: exportAskedView(t) };
};

function roundOf(view: SentView | undefined): number {
  return Number(importPreviewForm.notes(view).round ?? '0');
}

function keyOf(view: SentView | undefined): string {
  return importPreviewForm.notes(view).import ?? '';
}

export const imports = feature({
  name: 'imports',
  copy: { en, fr },
  commands: {
    import: {
      run: openImport,
      help: {
        position: 100,
        lines: ({ sales, admin }) => (sales ? [admin ? 'help.import' : 'help.import_customers'] : []),
      },
    },
    export: { run: openExport, help: { position: 110, lines: ({ sales }) => (sales ? ['help.export'] : []) } },
  },
  actions: {
    [OPEN_IMPORT]: openImport,
    [OPEN_PREVIEW]: openPreview,
    [CANCEL_IMPORT]: cancel,
    [OPEN_EXPORT]: openExport,
  },
  inputs: { [importPreviewForm.id]: { [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage } },
  submissions: {
    [importFileForm.id]: submitFile,
    [importPreviewForm.id]: submitPreview,
    [exportFileForm.id]: submitExport,
  },
  messages: [importPreview, importSave, exportFile],
  changes: [sheetImported, catalogueImported],
  every: [
    {
      name: 'old imports',
      seconds: 3_600,
      deletes: true,
      run: ({ db, now }) => forgetOldImports(db, now()),
    },
  ],
});
