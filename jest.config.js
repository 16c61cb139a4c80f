/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/support/jest/environment.js',
  runtime: '<rootDir>/test/support/jest/runtime.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.tsx?$': ['@swc/jest'] },
  setupFiles: ['<rootDir>/test/support/random.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // For a machine that has much else to do; no test waits so long by itself.
  testTimeout: 600_000,
  // Many tests wait for time-outs and for other processes, so that two cores serve three of them.
  maxWorkers: 3,
};
