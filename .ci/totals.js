// Prints the totals of Jest's reports, each case counted once; fails when one failed, or when the browser suite did not run.
const { readFileSync } = require('node:fs');

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const files = reports.flatMap(({ testResults }) => testResults);
const statuses = new Map();
for (const { name, assertionResults } of files) {
  for (const { fullName, status } of assertionResults) {
    const key = `${name} ${fullName}`;
    statuses.set(key, [...(statuses.get(key) ?? []), status]);
  }
}
const cases = [...statuses.values()];
const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
const failed = cases.filter((all) => all.includes('failed')).length + broken.length;
const passed = cases.filter((all) => all.includes('passed') && !all.includes('failed')).length;
const skipped = cases.length + broken.length - failed - passed;
const isBrowserTried = [...statuses].some(([key, all]) => key.includes('/test/browser/') && all.includes('passed'));
if (!isBrowserTried) console.log('The browser suite did not run.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = isBrowserTried && failed === 0 && reports.every(({ success }) => success) ? 0 : 1;
