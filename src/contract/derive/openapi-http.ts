import type { Operation } from '../operation.ts'
import { describedAs, sameDryRun } from './openapi-document.ts'
import { type JsonSchema, plainSchema } from './plain-schema.ts'

/** What the answers of a wire look like: by status, `default` for refusals. */
export type AnswersOf<Declared extends Operation> = (operation: Declared) => Readonly<Record<string, object>>

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
  const described = {
    ...describedAs(operation),
    parameters: [...parametersOf('path', params), ...parametersOf('query', query), ...(operation.kind === 'write' ? [sameDryRun] : [])],
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
