import { Document, isScalar, visit } from 'yaml'

/** Short things that stand on one line each. */
const onOneLine = new Set(['user', 'key', 'kind'])

/** A document as YAML: one thing a line, in the order that it has. */
export function yamlText(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Map(_, map) {
      const first = map.items[0]?.key
      if (isScalar(first) && onOneLine.has(String(first.value))) map.flow = true
    },
    Seq(_, list) {
      if (list.items.length > 0 && list.items.every((item) => isScalar(item) && typeof item.value === 'number')) list.flow = true
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: false })
}
