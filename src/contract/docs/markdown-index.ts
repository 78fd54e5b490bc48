import type { Coverage } from '../derive/coverage.ts'
import { areaTitle, dialectTitles } from './area-titles.ts'
import type { Area } from './areas.ts'
import { anchorsOf, generated, page, sentence, table } from './markdown-text.ts'
import { pairWords, reachWords } from './words.ts'

/** The first page of the reference in the repository. */
export function indexPage(areas: readonly Area[], coverage: Coverage): string {
  return page(
    generated,
    '# Reference · 接口参考',
    'Everything that Rollcall answers, written from the declarations of its operations. A running server shows the same under `/docs/`, with OpenAPI 3.1 documents and `/catalog.json`.',
    '- [Coverage](coverage.md): what of each vendor API works, and which error codes tests have produced\n- [Settings](settings.md)',
    ...areas.map(areaSection),
    '## Errors',
    'Each code of each operation has a *reach*:',
    table(['reach', 'meaning'], Object.entries(reachWords)),
    `Now: ${pairWords(coverage.total)}.`,
    '[Finding things](../architecture.md#finding-things) leads from a code to the state that causes it.',
  )
}

function areaSection({ dialect, area, slug, operations }: Area): string {
  const title = areaTitle(area)
  const anchors = anchorsOf(operations)
  const rows = operations.map((operation) => [
    `[${operation.name}](${dialect}/${slug}.md#${anchors.get(operation)})`,
    sentence(operation.summary.en),
    sentence(operation.summary.zh),
    operation.kind,
  ])
  return `## ${title.en}${title.zh && ` · ${title.zh}`}\n\n${dialectTitles[dialect].en}\n\n${table(['operation', 'what it does', '说明', 'kind'], rows)}`
}
