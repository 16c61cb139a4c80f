/** Recognises the unique violation in both SQLite and PostgreSQL errors. */
function isChannelTaken(error: unknown): boolean {
  const { constraint, message = '' } = error as { constraint?: string; message?: string };
  return constraint === 'customers_channel_unique' || message.includes('UNIQUE constraint failed: customers.channel');
}

/** Retries once when two customers get the same channel at once; the second run sees the winner and refuses. */
export async function lookingAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isChannelTaken(error)) throw error;
    return work();
  }
}
