import type { ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { context, modal, section } from '../../slack/blocks';
import { radio } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { kindInWords } from './import-lines.view';
import { SHEET_KINDS, type SheetKind } from './sheet';

export const exportFileForm = form('export_file', { kind: radio() });

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof exportFileForm> {}
}

export function exportView(t: Translate): ModalView {
  const settings = { title: t('title.export'), submit: t('export.submit'), close: t('action.close') };
  const options = SHEET_KINDS.map((kind) => ({ text: kindInWords(kind, t), value: kind }));
  return exportFileForm.modal(settings, [
    exportFileForm.draw.kind({ label: t('export.kind'), options, chosen: 'courses' }),
    context(t('export.explained')),
  ]);
}

export function exportAskedView(t: Translate): ModalView {
  return modal({ id: 'export_asked', title: t('title.export'), close: t('action.close') }, [
    section(t('export.asked')),
  ]);
}

/** The text beside the file. */
export function exportedText(kind: SheetKind, count: number, t: Translate): string {
  return t('export.here', { kind: kindInWords(kind, t), count });
}
