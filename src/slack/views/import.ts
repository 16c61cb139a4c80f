import type { KnownBlock, ModalView } from '@slack/types';
import type { SheetKind, SheetReport } from '../../domain/sheet';
import type { SheetImport } from '../../domain/sheet-import';
import { actions, button, context, headline, type Message, message, modal, section } from '../blocks';
import { fileInput } from '../inputs';
import { truncate } from '../text';
import type { CopyKey, Translate } from '../translate';
import { CANCEL_IMPORT, IMPORT_FILE, IMPORT_PREVIEW, OPEN_COURSES, OPEN_IMPORT, OPEN_PREVIEW } from './ids';
import { pagingBlocks } from './list';
import { problemInWords } from './sheet-words';

const LINES_PER_PAGE = 20;
const LINES_PER_BLOCK = 10;
/** Ten of them stay within the limit of a block. */
const LONGEST_LINE = 280;

const KIND_WORDS: Record<SheetKind, CopyKey> = {
  courses: 'sheet_kind.courses',
  customers: 'sheet_kind.customers',
  coordinators: 'sheet_kind.coordinators',
};

export function kindInWords(kind: SheetKind, t: Translate): string {
  return t(KIND_WORDS[kind]);
}

export function importForm(t: Translate): ModalView {
  const settings = { id: IMPORT_FILE, title: t('title.import'), submit: t('import.submit_file') };
  return modal({ ...settings, close: t('action.close') }, [
    fileInput('file', { label: t('import.file'), hint: t('import.file_hint') }, ['csv']),
    context(t('import.columns')),
  ]);
}

/** `externalId` is the name by which it is replaced when the file has been read. */
export function readingView(externalId: string, t: Translate): ModalView {
  return modal({ id: 'import_reading', title: t('title.import'), close: t('action.close'), externalId }, [
    section(t('import.reading')),
  ]);
}

/** What would become of the file, what is wrong first; or what did become of it. */
export function previewView(chosen: SheetImport, page: number, t: Translate, externalId?: string): ModalView {
  if (chosen.state === 'reading') return readingView(chosen.key, t);
  if (chosen.state === 'imported') return importedView(chosen.report, t);
  if (chosen.state === 'cancelled') return cancelledView(t);
  const { key, report } = chosen;
  const lines = linesOf(report, t);
  const pages = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE));
  const shown = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  const canImport = report.problems.length === 0 && lines.length > 0;
  return modal(
    {
      id: IMPORT_PREVIEW,
      title: t('title.import'),
      close: t('action.close'),
      ...(canImport && { submit: t('import.confirm') }),
      ...(externalId && { externalId }),
      metadata: { import: key, page: String(shown) },
    },
    [
      headline(summaryOf(report, t)),
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

export function importedView(report: SheetReport, t: Translate): ModalView {
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

/** For whoever closed the modal before the file had been read. */
export function importReadMessage(chosen: SheetImport, t: Translate): Message {
  const text = chosen.state === 'reading' ? t('import.reading') : summaryOf(chosen.report, t);
  return message(text, [section(text), actions(button(t('import.see_preview'), OPEN_PREVIEW, chosen.key, 'primary'))]);
}

function summaryOf(report: SheetReport, t: Translate): string {
  if (report.problems.length > 0) return t('import.problems', { count: report.problems.length });
  return report.kind ? `${kindInWords(report.kind, t)}: ${countsOf(report, t)}` : countsOf(report, t);
}

function countsOf({ changes }: SheetReport, t: Translate): string {
  const count = (change: string) => changes.filter((one) => one.change === change).length;
  const [created, updated, unchanged] = ['created', 'updated', 'unchanged'].map(count);
  return [
    created && t('import.created', { count: created }),
    updated && t('import.updated', { count: updated }),
    unchanged && t('import.unchanged', { count: unchanged }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function adviceOf(report: SheetReport, canImport: boolean, t: Translate): string {
  if (report.problems.length > 0) return t('import.correct');
  return canImport ? t('import.all_or_nothing') : t('import.nothing_new');
}

/** What stays as it is needs no line. */
function linesOf({ problems, changes }: SheetReport, t: Translate): string[] {
  const wrong = problems.map((problem) => {
    const text = problemInWords(problem, t);
    return problem.row === undefined ? text : t('import.line', { row: problem.row, text });
  });
  const good = changes.flatMap(({ row, key, change, details }) => {
    if (change === 'unchanged') return [];
    const text = change === 'created' ? t('import.is_new', { key }) : `${key}: ${details.join('; ')}`;
    return [t('import.line', { row, text })];
  });
  return [...wrong, ...good];
}

function lineBlocks(lines: readonly string[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_BLOCK) {
    const some = lines.slice(at, at + LINES_PER_BLOCK);
    blocks.push(section(some.map((line) => truncate(line, LONGEST_LINE)).join('\n')));
  }
  return blocks;
}
