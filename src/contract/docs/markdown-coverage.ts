import type { Coverage, OperationCoverage } from '../derive/coverage.ts'
import { dialectOf } from '../derive/coverage.ts'
import { areaTitle } from './area-titles.ts'
import { code, generated, page, sentence, table } from './markdown-text.ts'
import { pairWords } from './words.ts'

/** The coverage page of the repository. */
export function coveragePage(coverage: Coverage): string {
  const { versions, total, areas, operations, common } = coverage
  return page(
    generated,
    '# Coverage · 覆盖情况',
    'Counted by the tests: a pair of operation and code is *produced* when a server under test really answered it.',
    table(
      ['product', 'version', 'implemented', 'documented by the vendor', 'source of the total'],
      versions.map((of) => [of.service, of.version, `${of.implemented}`, `${of.operations}`, of.source]),
    ),
    `All together: ${pairWords(total)}. [What *reach* means](README.md#errors)`,
    '## By area',
    table(
      ['dialect', 'area', 'operations', 'reachable', 'produced', 'unreachable', 'faults'],
      areas.map((of) => [
        of.dialect,
        areaTitle(of.area).en,
        ...[of.operations, of.reachable, of.produced, of.unreachable, of.faults].map(String),
      ]),
    ),
    '## By operation',
    ...operations.map(operationSection),
    '## Common codes',
    'Any operation of a dialect may answer its common codes without listing them.',
    table(
      ['dialect', 'code', 'produced'],
      common.map((of) => [of.dialect, code(of.code), of.produced ? 'yes' : '']),
    ),
  )
}

function operationSection({ key, version, pairs, answered }: OperationCoverage): string {
  const head = `### ${key.slice(dialectOf(key).length + 1)}\n\n${dialectOf(key)} ${version}; ${answered ? 'succeeded in a test' : 'never succeeded in a test'}`
  if (pairs.length === 0) return head
  const rows = pairs.map((pair) => [code(pair.code), pair.reach, pair.produced ? 'yes' : '', sentence(pair.reason ?? '')])
  return `${head}\n\n${table(['code', 'reach', 'produced', 'reason'], rows)}`
}
