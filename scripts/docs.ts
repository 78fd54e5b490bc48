/**
 * npm run docs: writes docs/reference from the declarations and from what the last whole test run observed.
 * npm run docs:check: fails when a page is not what it would be written as, or when tests and declarations disagree.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Coverage, coverageOf, type Observed, type PairCoverage } from '../src/contract/derive/coverage.ts'
import { coverageFindings, undeclaredFindings } from '../src/contract/derive/coverage-findings.ts'
import { readObserved } from '../src/contract/derive/observed-lines.ts'
import { areasOf } from '../src/contract/docs/areas.ts'
import { areaPage } from '../src/contract/docs/markdown-area.ts'
import { coveragePage } from '../src/contract/docs/markdown-coverage.ts'
import { indexPage } from '../src/contract/docs/markdown-index.ts'
import { settingsPage } from '../src/contract/docs/markdown-settings.ts'
import { refusalsOf } from '../src/contract/docs/refusals.ts'
import { commonProblems } from '../src/dialects/admin/problem.ts'
import { gatewayCodes } from '../src/dialects/feishu/gateway-errors.ts'
import { everywhere } from '../src/dialects/scim/scim-error.ts'
import { commonCodes } from '../src/dialects/tencent/common-errors.ts'
import { factWords, operations } from '../src/operations.ts'
import { publishedSchema } from '../src/seed/schema/published.ts'
import { settingsTable } from '../src/settings/settings-table.ts'

const root = dirname(import.meta.dirname)
const reference = join(root, 'docs', 'reference')
const observedFolder = join(root, 'coverage', 'observed')

/** What a whole and passed test run left; nothing when the last run was none. */
function observedAnswers(): Observed[] | undefined {
  if (!existsSync(join(observedFolder, 'whole-run'))) return undefined
  const files = readdirSync(observedFolder).filter((name) => name.endsWith('.jsonl'))
  return files.flatMap((name) => readObserved(readFileSync(join(observedFolder, name), 'utf8')))
}

/** What was counted before. Without a whole test run it stands for the pairs that are still declared. */
function remembered(): Observed[] {
  const path = join(reference, 'coverage.json')
  if (!existsSync(path)) return []
  const { operations, common } = JSON.parse(readFileSync(path, 'utf8')) as Coverage
  return [
    ...operations.flatMap(({ key, answered, pairs }): Observed[] => [
      ...(answered ? [[key, 'OK'] as const] : []),
      ...pairs.filter((pair) => pair.produced).flatMap((pair) => observedPairs(key, pair)),
    ]),
    ...common.filter(({ produced }) => produced).map(({ dialect, code }) => [`${dialect}:-`, code] as const),
  ]
}

function observedPairs(key: string, { code, facts }: PairCoverage): Observed[] {
  return facts ? facts.map((fact) => [key, code, fact] as const) : [[key, code]]
}

/**
 * What tests observed; pairs that were counted before keep the facts that were counted then. Tests that walk at random meet a rare one in one run and
 * not in the next, and a page is no staler for that.
 */
function withFactsOf(before: readonly Observed[], now: readonly Observed[]): Observed[] {
  const pairOf = ([key, code]: Observed) => `${key} ${code}`
  const known = Map.groupBy(before, pairOf)
  return now.flatMap((observed) => known.get(pairOf(observed)) ?? [observed])
}

/** Every generated page by its path below docs/reference. */
function pagesOf(coverage: Coverage): Map<string, string> {
  const areas = areasOf(operations)
  const refusals = refusalsOf(coverage, factWords)
  return new Map([
    ['README.md', indexPage(areas, coverage)],
    ...areas.map((area): [string, string] => [`${area.dialect}/${area.slug}.md`, areaPage(area, refusals)]),
    ['settings.md', settingsPage(settingsTable())],
    ['seed.schema.json', publishedSchema()],
    ['coverage.md', coveragePage(coverage)],
    ['coverage.json', `${JSON.stringify(coverage, null, 1)}\n`],
  ])
}

function presentPages(): string[] {
  if (!existsSync(reference)) return []
  const entries = readdirSync(reference, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(reference.length + 1))
}

function pageFindings(pages: ReadonlyMap<string, string>): string[] {
  const differing = [...pages].filter(
    ([path, text]) => !existsSync(join(reference, path)) || readFileSync(join(reference, path), 'utf8') !== text,
  )
  const stale = presentPages().filter((path) => !pages.has(path))
  return [
    ...differing.map(([path]) => `docs/reference/${path} is not what npm run docs writes`),
    ...stale.map((path) => `docs/reference/${path} is not written by npm run docs`),
  ]
}

function writePages(pages: ReadonlyMap<string, string>): void {
  for (const path of presentPages()) if (!pages.has(path)) rmSync(join(reference, path))
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(reference, path)), { recursive: true })
    writeFileSync(join(reference, path), text)
  }
}

const check = process.argv.includes('--check')
const fresh = observedAnswers()
if (!fresh) console.log('The last test run was not a whole one that passed: what was counted before stands. npm test counts anew.')
const counted = remembered()
const observed = fresh ? (check ? withFactsOf(counted, fresh) : fresh) : counted
const coverage = coverageOf(operations, observed, { tencent: commonCodes, admin: commonProblems, feishu: gatewayCodes, scim: everywhere })
const pages = pagesOf(coverage)
const findings = [...(check ? pageFindings(pages) : []), ...coverageFindings(coverage), ...undeclaredFindings(coverage, observed)]
if (!check) {
  writePages(pages)
  console.log(`wrote ${pages.size} pages in docs/reference`)
}
for (const finding of findings) console.log(finding)
if (check && findings.length > 0) process.exitCode = 1
