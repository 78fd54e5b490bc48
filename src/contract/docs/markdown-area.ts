import { plainSchema } from '../derive/plain-schema.ts'
import type { Operation } from '../operation.ts'
import { areaTitle, dialectTitles } from './area-titles.ts'
import type { Area } from './areas.ts'
import { bearersOf } from './bearers.ts'
import { anchorsOf, code, generated, inMarkdown, page, sentence, table } from './markdown-text.ts'
import { inputRows, type Limit, type ParameterRow, parameterRows } from './parameters.ts'
import type { Refusals, RefusedPair } from './refusals.ts'
import { callWords, errorWords, permissionsOf, rateWords } from './words.ts'

/** The page of one area: every operation with its parameters, answer and errors. */
export function areaPage({ dialect, area, operations }: Area, refusals: Refusals): string {
  const title = areaTitle(area)
  const anchors = anchorsOf(operations)
  return page(
    generated,
    `# ${title.en}${title.zh && ` · ${title.zh}`}`,
    `${dialectTitles[dialect].en}. [All areas](../README.md) · [What *reach* means](../README.md#errors)`,
    operations.map((operation) => `- [${operation.name}](#${anchors.get(operation)}): ${sentence(operation.summary.en)}`).join('\n'),
    ...operations.map((operation) => operationSection(operation, refusals)),
  )
}

function operationSection(operation: Operation, refusals: Refusals): string {
  const { name, summary, version, kind, source } = operation
  const permissions = permissionsOf(operation)
  const bearers = operation.tokens && bearersOf(operation)
  return [
    `## ${name}`,
    `${sentence(summary.en)}.  \n${sentence(summary.zh)}。`,
    [
      `- Call: ${code(callWords(operation))}, version ${version}, ${kind}`,
      ...(bearers ? [`- Token: ${bearers.map(({ what }) => what).join(' or ') || 'none'}`] : []),
      ...(permissions.length > 0 ? [`- Permission: ${permissions.map(code).join(' or ')}`] : []),
      `- Rate: ${rateWords(operation)}`,
      `- Source: ${inMarkdown(source)}`,
    ].join('\n'),
    `### ${name}: parameters`,
    parameterTable(inputRows(operation), 'required', 'None.'),
    `### ${name}: answer`,
    parameterTable(
      parameterRows(plainSchema(operation.output)),
      'always there',
      operation.dialect === 'tencent' ? 'Only `RequestId`.' : 'Empty.',
    ),
    `### ${name}: errors`,
    errorTable(refusals(operation)),
  ].join('\n\n')
}

function parameterTable(rows: readonly ParameterRow[], always: string, none: string): string {
  if (rows.length === 0) return none
  const cells = rows.map(({ name, type, required, limits, description }) => [
    code(name),
    type,
    required ? 'yes' : '',
    [limits.map(limitWords).join('; '), sentence(description ?? '')].filter(Boolean).join('. '),
  ])
  return table(['name', 'type', always, 'limits'], cells)
}

function limitWords({ phrase, code: words = [] }: Limit): string {
  return [phrase, words.map(code).join(', ')].filter(Boolean).join(' ')
}

function errorTable(pairs: readonly RefusedPair[]): string {
  if (pairs.length === 0) return 'Only common ones.'
  return table(
    ['code', 'reach', 'what it says, and why'],
    pairs.map((pair) => [code(pair.code), pair.reach, explanation(pair)]),
  )
}

function explanation(pair: RefusedPair): string {
  const words = (pair.words ?? []).flatMap(({ en, zh }) => [en, zh])
  return [errorWords(pair), ...words]
    .filter((text) => text !== '')
    .map(sentence)
    .join('<br>')
}
