import type { Operation } from '../operation.ts'
import { codesInWords, describedAs, sameDryRun } from './openapi-document.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

/** What the answers of a wire look like: by status, `default` for refusals. */
type AnswersOf<Declared extends Operation> = (operation: Declared) => Readonly<Record<string, object>>

/** An operation may say which status its success has. */
export interface OperationWithStatus extends Operation {
  readonly status?: number
}

/** How the answers of a wire are sent: their media types, and the schema that all refusals have. */
interface SentAs {
  readonly success: string
  readonly refusal: string
  readonly schema: string
}

/** Answers that are the output itself, each with the status of its operation. */
export function answersByStatus({ success, refusal, schema }: SentAs): AnswersOf<OperationWithStatus> {
  return (operation) => ({
    [operation.status ?? '2XX']: answered(plainSchema(operation.output), success),
    default: refused(operation, refusal, schema),
  })
}

function answered(output: JsonSchema, type: string): object {
  if (output.type === 'null') return { description: 'Done; no body.' }
  return { description: 'Success.', content: { [type]: { schema: output } } }
}

/** A refusal with the codes of its operation. */
export function refused(operation: Operation, type: string, schema: string): object {
  return {
    description: `Refused:\n\n${codesInWords(operation)}`,
    content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } },
  }
}

/** Paths and methods of a wire that names its operations by them; an operation's input is in parts `params`, `query`, `body`. */
export function pathsOf<Declared extends Operation>(operations: readonly Declared[], answers: AnswersOf<Declared>) {
  const byPath = Map.groupBy(operations, (operation) => operation.http.path)
  return Object.fromEntries(
    [...byPath].map(([path, group]) => [path, Object.fromEntries(group.map((operation) => methodEntry(operation, answers)))]),
  )
}

function methodEntry<Declared extends Operation>(operation: Declared, answers: AnswersOf<Declared>): [string, object] {
  const { properties, required = [] } = plainSchema(operation.input)
  const { params, query, body } = properties ?? {}
  const rehearsable = operation.kind === 'write' && operation.rehearsed !== false
  const described = {
    ...describedAs(operation),
    // What needs no token says so; the document's own requirement holds for the others.
    ...(operation.tokens?.length === 0 && { security: [] }),
    parameters: [...parametersOf('path', params), ...parametersOf('query', query), ...(rehearsable ? [sameDryRun] : [])],
    ...(body && { requestBody: { required: required.includes('body'), content: { 'application/json': { schema: body } } } }),
    responses: answers(operation),
  }
  return [operation.http.method.toLowerCase(), described]
}

function parametersOf(place: 'path' | 'query', group: JsonSchema | undefined): object[] {
  const required = group?.required ?? []
  return Object.entries(group?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}
