import type { KnownBlock } from '@slack/types';
import type { Translate } from '../core/words';
import { actions, button, context } from './blocks';

export const NEXT_PAGE = 'next_page';
export const PREVIOUS_PAGE = 'previous_page';

/** Buttons only to pages that exist; none for a single page. They carry the page's number, or what `values` says. */
export function pagingBlocks(
  page: number,
  pages: number,
  t: Translate,
  values = { previous: String(page - 1), next: String(page + 1) },
): KnownBlock[] {
  if (pages < 2) return [];
  const previous = page > 0 ? button(t('action.previous'), PREVIOUS_PAGE, values.previous) : undefined;
  const next = page < pages - 1 ? button(t('action.next'), NEXT_PAGE, values.next) : undefined;
  return [context(t('list.page', { page: page + 1, pages })), actions(previous, next)];
}
