import type { CommonCoverage, Coverage } from '../derive/coverage.ts'
import type { Dialect, Operation } from '../operation.ts'
import { openapiAddress, operationAddress } from './addresses.ts'
import { areaTitle, dialectTitles } from './area-titles.ts'
import type { Area } from './areas.ts'
import { breakable, html, type Markup, sentence } from './html.ts'
import type { CommonWords } from './refusals.ts'
import { withAddress } from './server-address.ts'
import { errorWords, introduction, permissionsOf, sdkSnippet } from './words.ts'

/** The first page a visitor sees: what Rollcall is, how to point an SDK at it, everything it answers. */
export function indexContent(areas: readonly Area[], coverage: Coverage, documents: readonly string[], words: CommonWords): Markup {
  return html`<h1>Who belongs where, in one place</h1>
<p class="lead">${introduction.en}</p>
<p lang="zh">${introduction.zh}</p>
${summary(coverage)}
<h2 id="start">Point your SDK here <span lang="zh">接入 SDK</span></h2>
<p>The key was printed when the server first started; <code>rollcall keys show</code>, run beside its data folder, prints it again. Every vendor SDK has the same three settings: the protocol, the endpoint and the key.<br><span lang="zh">密钥在服务首次启动时打印；在其数据目录旁运行 <code>rollcall keys show</code> 可再次查看。各官方 SDK 都只需三项设置：协议、地址与密钥。</span></p>
<pre tabindex="0"><code>${withAddress(sdkSnippet)}</code></pre>
<h2 id="operations">Everything it answers <span lang="zh">全部接口</span></h2>
<p hidden><input type="search" placeholder="Search by name, words, scope or error code" aria-label="Search operations" autocomplete="off" spellcheck="false"></p>
${areas.map(areaSection)}
${commonCodes(coverage, words)}
<p data-none hidden>Nothing here has these words. <span lang="zh">没有匹配的接口。</span></p>
<h2 id="openapi">For programs <span lang="zh">供程序使用</span></h2>
<ul class="plain">
${documents.map((name) => html`<li><a href="${openapiAddress(name)}" download>${name}.json</a>: OpenAPI 3.1</li>\n`)}
<li><a href="/catalog.json">catalog.json</a>: every operation with its schemas, errors, permission and rate</li>
<li><a href="/healthz">/healthz</a>, <a href="/readyz">/readyz</a>, <a href="/metrics">/metrics</a>: for those who run it</li>
</ul>`
}

function areaSection({ dialect, area, slug, operations }: Area): Markup {
  const title = areaTitle(area)
  const { en, zh } = dialectTitles[dialect]
  const words = [en, zh, title.en, title.zh].join(' ').toLowerCase()
  return html`<section data-area="${words}" aria-labelledby="${dialect}-${slug}">
<h3 id="${dialect}-${slug}">${title.en} <span lang="zh">${title.zh}</span> <span class="tag">${en}</span></h3>
<ul class="operations">
${operations.map(operationItem)}</ul>
</section>
`
}

function operationItem(operation: Operation): Markup {
  const { name, summary, kind, http, errors } = operation
  const scopes = permissionsOf(operation).filter((permission) => !permission.endsWith(`:${name}`))
  const words = [name, summary.en, summary.zh, kind, http.path, ...scopes, ...errors.map((error) => error.code)].join(' ').toLowerCase()
  return html`<li data-words="${words}"><a href="${operationAddress(operation)}"><span class="name">${breakable(name)}</span>
<span class="what">${sentence(summary.en)} <span class="zh" lang="zh">${sentence(summary.zh)}</span></span> <span class="tag ${kind}">${kind}</span></a></li>
`
}

/** The codes that any operation of a dialect may answer: whoever looks for one finds it, though no operation lists it. */
export function commonCodes({ common }: Coverage, wordsOf: CommonWords): Markup {
  return html`<section data-area><h2 id="common">Common codes <span lang="zh">公共错误码</span></h2>
<p>Any operation of a dialect may answer its common codes without listing them; the message names what is wrong and the way out. Marked are those that a test brought about.</p>
${[...Map.groupBy(common, ({ dialect }) => dialect)].map(([dialect, codes]) => commonOf(dialect, codes, wordsOf))}</section>
`
}

function commonOf(dialect: Dialect, codes: readonly CommonCoverage[], wordsOf: CommonWords): Markup {
  const { en, zh } = dialectTitles[dialect]
  return html`<section data-area="${`common codes 公共错误码 ${en} ${zh}`.toLowerCase()}"><h3>${en}</h3>
<ul class="codes">
${codes.map((of) => commonItem(of, wordsOf))}</ul></section>
`
}

function commonItem({ dialect, code, produced }: CommonCoverage, wordsOf: CommonWords): Markup {
  const { says, words } = wordsOf(dialect, code)
  const searched = [code, says, words?.en, words?.zh].join(' ').toLowerCase()
  return html`<li data-words="${searched}"><code>${breakable(code)}</code>${produced && html` <span class="tag seen">tested</span>`}${
    says !== undefined && html`<p>${errorWords({ says })}</p>`
  }${words && html`<p>${sentence(words.en)}<br><span lang="zh">${sentence(words.zh)}</span></p>`}</li>
`
}

function summary({ versions, total }: Coverage): Markup {
  const started = versions.filter((version) => version.implemented > 0)
  return html`<ul class="cards">
${started.map(({ service, version, implemented, operations }) => card(implemented, operations, `operations of ${service} ${version}`))}
${card(total.produced, total.reachable, 'reachable error codes, action by action, produced by tests')}
</ul>
`
}

/** A share, as numbers and as a bar. */
export function card(part: number, whole: number, of: string): Markup {
  return html`<li class="card"><strong><b>${part}</b> of ${whole}</strong><p>${of}</p>
<progress value="${part}" max="${Math.max(whole, 1)}" aria-label="${of}">${part} of ${whole}</progress></li>
`
}
