import type { ModalView } from '@slack/types';
import { OPEN_IMPORT } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  context,
  headline,
  type Message,
  message,
  modal,
  section,
  sentence,
} from '../../slack/blocks';
import { file } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { pagingBlocks } from '../../slack/paging';
import { OPEN_COURSES } from '../courses/course-list.view';
import { countsOf, lineBlocks, linesOf, summaryOf } from './import-lines.view';
import type { SheetReport } from './sheet';
import { isWorthImporting, type ReadImport, type SheetImport } from './sheet-import';

export const OPEN_PREVIEW = 'open_preview';
export const CANCEL_IMPORT = 'cancel_import';

export const importFileForm = form('import_file', { file: file(['csv']) });
export const importPreviewForm = form('import_preview', {}, ['import', 'page', 'round']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof importFileForm> {}
}

const LINES_PER_PAGE = 20;

/** Offers to reopen a file that still waits for a decision. */
export function importView(undecided: ReadImport | undefined, t: Translate): ModalView {
  const settings = { title: t('title.import'), submit: t('import.submit_file'), close: t('action.close') };
  return importFileForm.modal(settings, [
    importFileForm.draw.file({ label: t('import.file'), hint: t('import.file_hint') }),
    context(t('import.columns')),
    ...(undecided
      ? [
          section(t('import.undecided', { summary: summaryOf(undecided.report, t) })),
          actions(button(t('import.see_preview'), OPEN_PREVIEW, undecided.key)),
        ]
      : []),
  ]);
}

/** `externalId` is the modal's name, to replace it when the file has been read. */
export function readingView(externalId: string, t: Translate): ModalView {
  return modal({ id: 'import_reading', title: t('title.import'), close: t('action.close'), externalId }, [
    section(t('import.reading')),
  ]);
}

/** Name of the modal, to replace it when the import is done. */
export function importingName(key: string): string {
  return `importing:${key}`;
}

function importingView(externalId: string | undefined, t: Translate): ModalView {
  const settings = { id: 'import_importing', title: t('title.import'), close: t('action.close') };
  return modal({ ...settings, ...(externalId && { externalId }) }, [section(t('import.importing'))]);
}

/** The preview of an import, problems first; or its result. */
export function previewView(chosen: SheetImport, page: number, t: Translate, externalId?: string): ModalView {
  if (chosen.state === 'reading') return readingView(chosen.key, t);
  if (chosen.state === 'importing') return importingView(externalId, t);
  if (chosen.state === 'imported') return importedView(chosen.report, t);
  if (chosen.state === 'cancelled') return cancelledView(t);
  const { key, report } = chosen;
  const lines = linesOf(report, t);
  const pages = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE));
  const shown = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  const canImport = isWorthImporting(chosen);
  return importPreviewForm.modal(
    {
      title: t('title.import'),
      close: canImport ? t('import.later') : t('action.close'),
      ...(canImport && { submit: t('import.confirm') }),
      ...(externalId && { externalId }),
      notes: { import: key, page: String(shown), round: String(report.round ?? 0) },
    },
    [
      headline(summaryOf(report, t)),
      report.overtaken ? section(t('import.overtaken', { count: report.overtaken.length })) : undefined,
      ...lineBlocks(lines.slice(shown * LINES_PER_PAGE, (shown + 1) * LINES_PER_PAGE)),
      ...pagingBlocks(shown, pages, t),
      context(adviceOf(report, canImport, t)),
      actions(
        canImport ? undefined : button(t('import.other_file'), OPEN_IMPORT),
        button(t('import.cancel'), CANCEL_IMPORT, key),
      ),
    ],
  );
}

function importedView(report: SheetReport, t: Translate): ModalView {
  const isCourses = report.kind === 'courses';
  return modal({ id: 'import_done', title: t('title.import'), close: t('action.close') }, [
    headline(t('import.done', { summary: countsOf(report, t) })),
    isCourses ? actions(button(t('title.courses'), OPEN_COURSES)) : undefined,
  ]);
}

export function cancelledView(t: Translate): ModalView {
  return modal({ id: 'import_cancelled', title: t('title.import'), close: t('action.close') }, [
    section(t('import.cancelled')),
    actions(button(t('import.other_file'), OPEN_IMPORT)),
  ]);
}

/** For a person who closed the modal before the file was read or imported. */
export function importMessage(chosen: SheetImport, t: Translate): Message {
  if (chosen.state === 'imported') return sentence(t('import.done', { summary: countsOf(chosen.report, t) }));
  const text = chosen.state === 'reading' ? t('import.reading') : summaryOf(chosen.report, t);
  return message(text, [section(text), actions(button(t('import.see_preview'), OPEN_PREVIEW, chosen.key, 'primary'))]);
}

function adviceOf(report: SheetReport, canImport: boolean, t: Translate): string {
  if (report.problems.length > 0) return t('import.correct');
  return canImport ? t('import.all_or_nothing') : t('import.nothing_new');
}
