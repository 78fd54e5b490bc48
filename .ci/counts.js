// Reads what Vitest wrote down: a machine that lacks something must fail here, not pass by skipping.
import { readFileSync } from 'node:fs'

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = results.testResults.flatMap((file) => file.assertionResults)
const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
for (const test of skipped) console.log(`${test.status}: ${test.fullName}`)
console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped.length} skipped`)
process.exitCode = results.numPassedTests === 0 || results.numFailedTests > 0 || skipped.length > 0 ? 1 : 0
