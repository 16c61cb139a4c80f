/** Whether an error says that another customer has that channel, in the words of SQLite or of PostgreSQL. */
function isChannelTaken(error: unknown): boolean {
  const { constraint, message = '' } = error as { constraint?: string; message?: string };
  return constraint === 'customers_channel_unique' || message.includes('UNIQUE constraint failed: customers.channel');
}

/** Of two who give two customers the same channel at once, one looks again, and then sees what the other did. */
export async function lookingAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isChannelTaken(error)) throw error;
    return work();
  }
}
