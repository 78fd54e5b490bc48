import type { Operation } from '../operation.ts'
import { adminDocument } from './openapi-admin.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import { feishuDocument } from './openapi-feishu.ts'
import { scimDocument } from './openapi-scim.ts'
import { tencentDocument } from './openapi-tencent.ts'

/** One OpenAPI document with the name of its file, without `.json`: `tencent-2021-03-31`. */
export interface NamedDocument {
  readonly name: string
  readonly document: OpenApiDocument
}

const writers: Readonly<Record<Operation['dialect'], (version: string, operations: readonly Operation[]) => OpenApiDocument>> = {
  tencent: tencentDocument,
  admin: adminDocument,
  feishu: feishuDocument,
  scim: scimDocument,
}

/** The OpenAPI 3.1 documents, one for each dialect and version, in the order in which they first appear. */
export function openapiDocuments(operations: readonly Operation[]): NamedDocument[] {
  const groups = Map.groupBy(operations, ({ dialect, version }) => `${dialect}-${version}`)
  return [...groups].flatMap(([name, group]) => {
    const [first] = group
    return first ? [{ name, document: writers[first.dialect](first.version, group) }] : []
  })
}
