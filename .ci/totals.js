// Prints the totals of a Jest report; fails when the browser suite did not run.
const report = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
const suites = report.testResults.filter(({ name }) => name.includes('/test/browser/'));
const ran = suites.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed');
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
if (suites.length === 0 || ran.length === 0) console.log('The browser suite did not run.');
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = ran.length > 0 && report.success ? 0 : 1;
