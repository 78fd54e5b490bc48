import type { AreaCoverage, Coverage, OperationCoverage } from '../derive/coverage.ts'
import { dialectOf } from '../derive/coverage.ts'
import { operationAddress } from './addresses.ts'
import { areaTitle, dialectTitles } from './area-titles.ts'
import { breakable, html, type Markup } from './html.ts'
import { card, commonCodes } from './html-index.ts'
import { pairTable } from './html-operation.ts'
import type { CommonWords } from './refusals.ts'
import { reachWords } from './words.ts'

/** What works of each vendor API, and which refusals tests have really produced. */
export function coverageContent(coverage: Coverage, words: CommonWords): Markup {
  const { versions, total, areas, operations } = coverage
  return html`<h1>Coverage</h1>
<p class="lead">A code counts as produced when a server under test really answered it. <span lang="zh">错误码仅在测试中由服务器真实返回后才计入。</span> <a href="#operations">To the operations</a></p>
<ul class="cards">
${versions.map((of) => card(of.implemented, of.operations, `operations of ${of.service} ${of.version}`))}
${card(total.produced, total.reachable, 'reachable error codes produced by tests')}
</ul>
<h2>By area <span lang="zh">按类别</span></h2>
${areaTable(areas)}
<dl id="reach">${Object.entries(reachWords).map(reachEntry)}</dl>
<h2 id="operations">By operation <span lang="zh">按接口</span></h2>
<p hidden><input type="search" placeholder="Search by name or error code" aria-label="Search operations" autocomplete="off" spellcheck="false"></p>
${operations.map(operationSection)}
${commonCodes(coverage, words)}
<p data-none hidden>Nothing here has these words. <span lang="zh">没有匹配的接口。</span></p>`
}

function areaTable(areas: readonly AreaCoverage[]): Markup {
  const columns = ['operations', 'reachable', 'produced', 'unreachable', 'faults'] as const
  const rows = areas.map(
    (
      of,
    ) => html`<tr><td>${areaTitle(of.area).en} <span class="tag">${dialectTitles[of.dialect].en}</span></td>${columns.map((column) => html`<td class="number">${of[column]}</td>`)}</tr>
`,
  )
  return html`<div class="wide" tabindex="0"><table><thead><tr><th>area</th>${columns.map((column) => html`<th class="number">${column}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div>`
}

function reachEntry([reach, words]: [string, string]): Markup {
  return html`<dt><span class="tag ${reach}">${reach}</span></dt><dd>${words}</dd>`
}

function operationSection({ key, pairs, answered }: OperationCoverage): Markup {
  const dialect = dialectOf(key)
  // A key may name a version before the name; versions of one name share a page.
  const named = key.slice(dialect.length + 1)
  const name = named.slice(named.lastIndexOf(':') + 1)
  const words = [dialect, named, ...pairs.map(({ code, reach }) => `${code} ${reach}`)].join(' ').toLowerCase()
  return html`<section data-words="${words}"><h3><a href="${operationAddress({ dialect, name })}">${breakable(named)}</a>${answered && html` <span class="tag seen">tested</span>`}</h3>
${pairs.length > 0 ? pairTable(pairs) : html`<p>No codes of its own.</p>`}
</section>
`
}
