import { seatReference } from '../../core/reference';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';

/** Two trainees of a customer with one address. */
export interface TraineeTwin {
  trainee: number;
  sameAs: number;
  /** The customer's code. */
  customer: string;
  /** References of the seats that the trainee has. */
  seats: string[];
}

/** A code that looked like another one, and got a number behind it. */
export interface CodeTwin {
  kind: 'course' | 'product' | 'customer';
  is: string;
  lookedLike: string;
}

const KINDS = { 'courses.twin': 'course', 'products.twin': 'product', 'customers.twin': 'customer' } as const;

/** What the migration to folded keys found, as far as people still have to decide something. */
export async function findTwins(db: Database): Promise<{ trainees: TraineeTwin[]; codes: CodeTwin[] }> {
  const rows = await db('ledger').where({ subject: 'twins' }).orderBy('id').select('action', 'after');
  const entries = rows.map(({ action, after }) => ({ action, after: JSON.parse(after ?? '{}') }));
  const pairs = new Map<number, number>(
    entries.flatMap(({ action, after }) => (action === 'trainees.twin' ? [[after.trainee, after.same_as]] : [])),
  );
  const codes = entries.flatMap(({ action, after }): CodeTwin[] => {
    const kind = Object.entries(KINDS).find(([name]) => name === action)?.[1];
    return kind ? [{ kind, is: after.is, lookedLike: after.looked_like }] : [];
  });
  return { trainees: await withSeats(db, pairs), codes };
}

async function withSeats(db: Database, pairs: ReadonlyMap<number, number>): Promise<TraineeTwin[]> {
  const found = new Map<number, TraineeTwin>();
  for (const some of chunks([...pairs.keys()])) {
    const rows = await db('assignments')
      .join('customers', 'customers.id', 'assignments.customer_id')
      .whereIn('assignments.trainee_id', some)
      .whereNull('assignments.ended_at')
      .orderBy('assignments.id')
      .select('assignments.trainee_id', 'assignments.seat_id', 'customers.code');
    for (const { trainee_id: trainee, seat_id: seat, code: customer } of rows) {
      const sameAs = pairs.get(trainee) ?? 0;
      const twin = found.get(trainee) ?? { trainee, sameAs, customer, seats: [] };
      twin.seats.push(seatReference(seat));
      found.set(trainee, twin);
    }
  }
  return [...found.values()];
}
