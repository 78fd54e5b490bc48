import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import type { Text } from '../../contract/operation.ts'
import { named } from '../../contract/shown.ts'
import { type Problem, problem } from './problem.ts'

type Finding = ReturnType<typeof Errors>[number]

/** The refusal of an input that its schema does not accept: unknown members first, then missing ones, then wrong values. */
export function firstFinding(schema: TSchema, input: unknown): Problem {
  const findings = Errors(schema, input)
  const unknown = findings.find((finding) => finding.keyword === 'additionalProperties')
  if (unknown) return invalid(below(unknown, unknown.params.additionalProperties), { en: 'is not known here', zh: '不是已知的成员' })
  const missing = findings.find((finding) => finding.keyword === 'required')
  if (missing) return invalid(below(missing, missing.params.requiredProperties), { en: 'is required', zh: '为必填' })
  const [first] = findings
  if (!first) return invalid('', { en: 'is not as documented', zh: '与文档不符' })
  return invalid(first.instancePath, phraseOf(findings.filter((finding) => finding.instancePath === first.instancePath)))
}

/** An `invalid_input` that names the member by its JSON Pointer; the phrase follows the name. */
export function invalid(pointer: string, phrase: Text): Problem {
  const [, room = '', ...rest] = pointer.split('/')
  const place = places[room] ?? { en: 'input', zh: '输入' }
  const name = rest.join('/')
  const en = name === '' ? `The ${place.en} ${phrase.en}.` : `In the ${place.en}, \`${named(name)}\` ${phrase.en}.`
  const zh = name === '' ? `${place.zh}${phrase.zh}。` : `${place.zh}中的 \`${named(name)}\` ${phrase.zh}。`
  return problem('invalid_input', en, zh, { pointer: pointer.slice(0, 200) })
}

const places: Readonly<Record<string, Text>> = {
  params: { en: 'path', zh: '路径' },
  query: { en: 'query', zh: '查询串' },
  body: { en: 'body', zh: '正文' },
}

function below({ instancePath }: Finding, names: readonly string[]): string {
  const name = (names[0] ?? '').replaceAll('~', '~0').replaceAll('/', '~1')
  return `${instancePath}/${name}`
}

/** What was expected at one place: of several possible shapes, each. */
function phraseOf(findings: readonly Finding[]): Text {
  const words = findings.filter(({ keyword }) => keyword !== 'anyOf').map(expectationOf)
  return { en: `must ${words.map(({ en }) => en).join(', or ')}`, zh: words.map(({ zh }) => zh).join('，或') }
}

function expectationOf(finding: Finding): Text {
  switch (finding.keyword) {
    case 'type': {
      const type = String(finding.params.type)
      return { en: `be of type ${type}`, zh: `类型应为 ${type}` }
    }
    case 'enum': {
      const allowed = finding.params.allowedValues.map(String)
      return { en: `be one of ${allowed.join(', ')}`, zh: `应为 ${allowed.join('、')} 之一` }
    }
    case 'minimum':
      return { en: `be at least ${finding.params.limit}`, zh: `不得小于 ${finding.params.limit}` }
    case 'maximum':
      return { en: `be at most ${finding.params.limit}`, zh: `不得大于 ${finding.params.limit}` }
    case 'minLength':
      return { en: `have at least ${finding.params.limit} characters`, zh: `至少 ${finding.params.limit} 个字符` }
    case 'maxLength':
      return { en: `have at most ${finding.params.limit} characters`, zh: `至多 ${finding.params.limit} 个字符` }
    case 'maxItems':
      return { en: `have at most ${finding.params.limit} entries`, zh: `至多 ${finding.params.limit} 项` }
    case 'minProperties':
      return { en: 'name at least one member', zh: '至少包含一个成员' }
    case 'pattern':
      return { en: `be of the form ${String(finding.params.pattern)}`, zh: `格式应为 ${String(finding.params.pattern)}` }
    default:
      return { en: 'be as documented', zh: '应符合文档' }
  }
}
