/** A place in the list by name, just after or just before one seat. */
export interface Place {
  side: 'after' | 'before';
  trainee: number;
  course: number;
}

/**
 * A page, as the buttons carry it: its number for people, and the place where it begins or ends, from which it is read
 * without counting the seats before it.
 */
export interface ListMark {
  /** Zero-based. */
  page: number;
  place?: Place | undefined;
}

/** Untrusted; anything else is the first page. */
export function parseMark(value: string): ListMark {
  const [, page, side, trainee, course] = MARK.exec(value) ?? [];
  if (page === undefined) return { page: 0 };
  if (side !== 'after' && side !== 'before') return { page: Number(page) };
  return { page: Number(page), place: { side, trainee: Number(trainee), course: Number(course) } };
}

const MARK = /^(\d{1,5})(?: (after|before) (\d{1,9})\/(\d{1,9}))?$/;

export function formatMark({ page, place }: ListMark): string {
  return place ? `${page} ${place.side} ${place.trainee}/${place.course}` : String(page);
}
