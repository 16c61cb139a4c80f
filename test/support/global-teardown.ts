export {};

async function globalTeardown(): Promise<void> {
  await globalThis.endRun?.();
}

module.exports = globalTeardown;
