export {};

async function globalTeardown(): Promise<void> {
  await globalThis.stopPostgres?.();
}

module.exports = globalTeardown;
