import { plainSchema } from '../derive/plain-schema.ts'
import type { Operation } from '../operation.ts'
import { operationAddress } from './addresses.ts'
import { areaTitle, dialectTitles } from './area-titles.ts'
import { bearersOf } from './bearers.ts'
import { exampleCall } from './example-call.ts'
import { breakable, html, type Markup, sentence } from './html.ts'
import { inputRows, type Limit, type ParameterRow, parameterRows } from './parameters.ts'
import type { Refusals, RefusedPair } from './refusals.ts'
import { withAddress } from './server-address.ts'
import { callWords, causeWords, errorWords, permissionsOf, rateWords, reachWords, rehearsalWords } from './words.ts'

/** What is said of an answer without members of its own. */
const noAnswer: Readonly<Record<Operation['dialect'], string>> = {
  tencent: 'Only a RequestId.',
  admin: 'No body.',
  feishu: 'Empty data.',
  scim: 'No body.',
}

/** The page of one operation; `versions` has more than one entry when several versions have the name. */
export function operationContent(versions: readonly Operation[], siblings: readonly Operation[], refusals: Refusals): Markup {
  const several = versions.length > 1
  return html`${several && jumps(versions)}${versions.map((operation) => article(operation, refusals, several))}${also(versions, siblings)}`
}

/** Where a name means something else in each version, the reader is told first. */
function jumps(versions: readonly Operation[]): Markup {
  const links = versions.map(({ version }, index) => html`${index > 0 && ', '}<a href="#v-${version}">${version}</a>`)
  return html`<p>Several versions have this name: ${links}</p>
`
}

function article(operation: Operation, refusals: Refusals, oneOfSeveral: boolean): Markup {
  const { dialect, area, name, summary, kind, version, source } = operation
  const title = areaTitle(area)
  const output = parameterRows(plainSchema(operation.output))
  const rehearsal = rehearsalWords(operation)
  return html`<article id="v-${version}">
<p class="crumbs"><a href="/docs/">Reference</a> / ${dialectTitles[dialect].en} / ${title.en} <span lang="zh">${title.zh}</span></p>
<h1>${breakable(name)}${oneOfSeveral && html` <span class="tag">${version}</span>`}</h1>
<p class="lead">${sentence(summary.en)}.<br><span lang="zh">${sentence(summary.zh)}。</span></p>
<dl>
<dt>Call</dt><dd><code>${callWords(operation)}</code></dd>
<dt>Version</dt><dd>${version} <span class="tag ${kind}">${kind}</span></dd>
${tokenEntry(operation)}${permissionEntry(operation)}<dt>Rate</dt><dd>${rateWords(operation)}</dd>
<dt>Source</dt><dd>${source}</dd>
</dl>
<pre tabindex="0"><code>${withAddress(exampleCall(operation))}</code></pre>
${
  rehearsal &&
  html`<p>${sentence(rehearsal.en)}<br><span lang="zh">${sentence(rehearsal.zh)}</span></p>
`
}<h2>Parameters <span lang="zh">请求参数</span></h2>
${parameterTable(inputRows(operation), 'It takes none.', 'required', (row) => row.required)}
<h2>Answer <span lang="zh">返回参数</span></h2>
${parameterTable(output, noAnswer[dialect], 'not always', (row) => !row.required)}
<h2>Errors <span lang="zh">错误码</span></h2>
${errorTable(operation, refusals)}
<p>${causeWords(dialect)} <a href="/docs/coverage#reach">What the reach of a code means</a></p>
</article>`
}

/** What it takes as a bearer, with the way to get it; nothing where requests are signed. */
function tokenEntry(operation: Operation): Markup | undefined {
  const bearers = bearersOf(operation)
  if (!bearers) return undefined
  const links = bearers.map(
    ({ what, from }, index) => html`${index > 0 && ' or '}${from === undefined ? what : html`<a href="${from}">${what}</a>`}`,
  )
  return html`<dt>Token</dt><dd>${links.length > 0 ? links : 'none'}</dd>
`
}

/** Nothing for what anybody may do who has the right token. */
function permissionEntry(operation: Operation): Markup | false {
  const codes = permissionsOf(operation).map((permission, index) => html`${index > 0 && ' or '}<code>${permission}</code>`)
  return (
    codes.length > 0 &&
    html`<dt>Permission</dt><dd>${codes}</dd>
`
  )
}

/** `marked` tells which rows get the tag: of a request those that must be there, of an answer those that need not. */
function parameterTable(rows: readonly ParameterRow[], none: string, tag: string, marked: (row: ParameterRow) => boolean): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`
  const limited = rows.some(({ limits, description }) => limits.length > 0 || description !== undefined)
  const cells = rows.map(
    (
      row,
    ) => html`<tr><td><code>${row.name}</code></td><td>${row.type}</td><td>${marked(row) && html`<span class="tag state">${tag}</span>`}</td>
${limited && html`<td>${limitsCell(row)}</td>`}</tr>
`,
  )
  const head = html`<tr><th>name</th><th>type</th><th>presence</th>${limited && html`<th>limits</th>`}</tr>`
  return html`<div class="wide" tabindex="0"><table class="stack"><thead>${head}</thead><tbody>
${cells}</tbody></table></div>`
}

function limitsCell({ limits, description }: ParameterRow): Markup {
  return html`${limits.map(limitWords)}${limits.length > 0 && description !== undefined && '. '}${description !== undefined && sentence(description)}`
}

function limitWords({ phrase, code = [] }: Limit, index: number): Markup {
  return html`${index > 0 && '; '}${phrase}${code.map((word, at) => html`${at > 0 && ','} <code>${word}</code>`)}`
}

function errorTable(operation: Operation, refusals: Refusals): Markup {
  const pairs = refusals(operation)
  return pairs.length === 0 ? html`<p>Only the common ones.</p>` : pairTable(pairs)
}

/** Codes with their reach, whether a test produced them, what they say, and why not or why so. */
export function pairTable(pairs: readonly RefusedPair[]): Markup {
  const explained = pairs.some(({ reason, says, words = [] }) => reason !== undefined || says !== undefined || words.length > 0)
  const rows = pairs.map(
    (pair) => html`<tr><td><code>${breakable(pair.code)}</code></td>
<td><span class="tag ${pair.reach}" title="${reachWords[pair.reach]}">${pair.reach}</span>${pair.produced && html` <span class="tag seen">tested</span>`}</td>
${explained && html`<td>${explanation(pair)}</td>`}</tr>
`,
  )
  const head = html`<tr><th>code</th><th>reach</th>${explained && html`<th>what it says, and why</th>`}</tr>`
  return html`<div class="wide" tabindex="0"><table class="stack"><thead>${head}</thead><tbody>
${rows}</tbody></table></div>`
}

function explanation(pair: RefusedPair): Markup {
  const said = errorWords(pair)
  const words = (pair.words ?? []).map(({ en, zh }) => html`<p>${sentence(en)}<br><span lang="zh">${sentence(zh)}</span></p>`)
  return html`${said !== '' && html`<p>${sentence(said)}</p>`}${words}`
}

function also(versions: readonly Operation[], siblings: readonly Operation[]): Markup {
  const names = new Set(versions.map((operation) => operation.name))
  const others = siblings.filter((operation) => !names.has(operation.name))
  return html`${
    others.length > 0 &&
    html`<h2>In the same area <span lang="zh">同类接口</span></h2>
<ul class="plain">${others.map((other) => html`<li><a href="${operationAddress(other)}">${breakable(other.name)}</a>: ${sentence(other.summary.en)}</li>`)}</ul>`
  }`
}
