import type { Operation } from '../operation.ts'

/** Where the page of an operation is served. Versions of one name share a page. */
export function operationAddress({ dialect, name }: Pick<Operation, 'dialect' | 'name'>): string {
  return `/docs/${dialect}/${name}`
}

export function openapiAddress(document: string): string {
  return `/docs/openapi/${document}.json`
}
