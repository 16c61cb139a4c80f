import type { Identity } from '../../core/person';
import { inputValues, notesOf, optionalNumber, type SentView } from '../../slack/form';

/** Products and quota as they were entered. */
export function limitsIn(view: SentView): { products: string[]; quota: number | undefined } {
  return { products: inputValues(view, 'products'), quota: optionalNumber(view, 'quota') };
}

/** The coordinator that a form is about, by its notes. */
export function whomIn(view: SentView): { customer: string | undefined; person: Identity | undefined } {
  const { customer, teamId, userId } = notesOf(view);
  return { customer, person: teamId && userId ? { teamId, userId } : undefined };
}
