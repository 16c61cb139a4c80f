import type { KnownBlock } from '@slack/types';
import type { CopyKey, Translate } from '../../core/words';
import { section } from '../../slack/blocks';
import { truncate } from '../../slack/text';
import type { SheetKind, SheetReport } from './sheet';
import { problemInWords } from './sheet-words.view';

const LINES_PER_BLOCK = 10;
/** Ten lines fit within the limit of a block. */
const MAX_LINE = 280;
const MAX_NAME = 80;

const KIND_WORDS: Record<SheetKind, CopyKey> = {
  courses: 'sheet_kind.courses',
  customers: 'sheet_kind.customers',
  coordinators: 'sheet_kind.coordinators',
};

export function kindInWords(kind: SheetKind, t: Translate): string {
  return t(KIND_WORDS[kind]);
}

export function summaryOf(report: SheetReport, t: Translate): string {
  if (report.problems.length > 0) return t('import.problems', { count: report.problems.length });
  return report.kind
    ? t('import.said_of', { what: kindInWords(report.kind, t), text: countsOf(report, t) })
    : countsOf(report, t);
}

export function countsOf({ changes }: SheetReport, t: Translate): string {
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

/** Leaves out unchanged rows. Rows that changed since an earlier preview come first. */
export function linesOf({ problems, changes, overtaken = [] }: SheetReport, t: Translate): string[] {
  const wrong = problems.map((problem) => {
    const text = problemInWords(problem, t);
    return problem.row === undefined ? text : t('import.line', { row: problem.row, text });
  });
  const isOvertaken = ({ row }: { row: number }) => overtaken.includes(row);
  const sorted = [...changes.filter(isOvertaken), ...changes.filter((one) => !isOvertaken(one))];
  const good = sorted.flatMap(({ row, key, name, change, details }) => {
    if (change === 'unchanged') return [];
    const what = name === undefined || name === key ? key : `${key} (${truncate(name, MAX_NAME)})`;
    const changed = details.join('; ');
    const text =
      change === 'created'
        ? `${t('import.is_new', { what })} ${changed}`.trim()
        : t('import.said_of', { what, text: changed });
    return [t('import.line', { row, text })];
  });
  return [...wrong, ...good];
}

export function lineBlocks(lines: readonly string[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_BLOCK) {
    const some = lines.slice(at, at + LINES_PER_BLOCK);
    blocks.push(section(some.map((line) => truncate(line, MAX_LINE)).join('\n')));
  }
  return blocks;
}
