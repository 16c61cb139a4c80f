import type { Database } from '../../database/database';
import { type Check, warning } from './check';
import { type CodeTwin, findTwins, type TraineeTwin } from './twins.sql';

/** One line for each person who has seats under two spellings of one address, and for each code that was renamed. */
export async function checkTwins(db: Database): Promise<Check[]> {
  const { trainees, codes } = await findTwins(db);
  return [...trainees.map(traineeLine), ...codes.map(codeLine)].map(warning);
}

function traineeLine({ trainee, sameAs, customer, seats }: TraineeTwin): string {
  const same = `trainees ${sameAs} and ${trainee} of ${customer} have the same address`;
  return `People: ${same}; where it is one person, release what is held twice: trainee ${trainee} has ${seats.join(', ')}`;
}

function codeLine({ kind, is, lookedLike }: CodeTwin): string {
  return `Codes: the ${kind} ${is} looked like ${lookedLike}, so it got a number; move what belongs together, and archive or hide one`;
}
