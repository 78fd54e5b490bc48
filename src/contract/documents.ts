import { hash } from 'node:crypto'

/** What is the same for everybody as long as the server runs. */
export interface Document {
  readonly text: string
  /** Its entity tag, of what it says: the same from every server of a release (RFC 9110, 8.8.3). */
  readonly tag: string
}

export type KeepDocument = (name: string, write: () => string) => Document

/** Remembers what was written under each name. */
export function documentKeeper(): KeepDocument {
  const documents = new Map<string, Document>()
  return (name, write) => {
    const kept = documents.get(name)
    if (kept) return kept
    const text = write()
    const document = { text, tag: `"${hash('sha256', text, 'base64url').slice(0, 22)}"` }
    documents.set(name, document)
    return document
  }
}

/** Whether a client that sends this `If-None-Match` has the document already; `*` and weak tags count (RFC 9110, 13.1.2). */
export function hasDocument(ifNoneMatch: string | undefined, { tag }: Document): boolean {
  const tags = ifNoneMatch?.match(/"[^"]*"|^ *\* *$/g) ?? []
  return tags.some((sent) => sent === tag || sent.trim() === '*')
}
