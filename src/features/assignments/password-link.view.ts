import type { Translate } from '../../core/words';
import { escapeMarkup } from '../../slack/text';

/** Markup of a link to Moodle's page on which people ask for a new password. */
export function passwordLink(address: string, t: Translate): string {
  return `<${address}|${escapeMarkup(t('enrolment.password_link'))}>`;
}
