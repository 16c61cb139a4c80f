import type { KnownBlock } from '@slack/types';
import type { Translate } from '../core/words';
import { actions, button, context } from './blocks';

export const NEXT_PAGE = 'next_page';
export const PREVIOUS_PAGE = 'previous_page';

/** Buttons only to pages that exist; none for a single page. */
export function pagingBlocks(page: number, pages: number, t: Translate): KnownBlock[] {
  if (pages < 2) return [];
  const previous = page > 0 ? button(t('action.previous'), PREVIOUS_PAGE, String(page - 1)) : undefined;
  const next = page < pages - 1 ? button(t('action.next'), NEXT_PAGE, String(page + 1)) : undefined;
  return [context(t('list.page', { page: page + 1, pages })), actions(previous, next)];
}
