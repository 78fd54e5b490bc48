import type { Now, Reader } from '../storage/store.ts'

/** How many are remembered at most. */
const bound = 4096

/**
 * Remembers what `look` finds for a text. Where nobody else writes it looks once between two commits; what a commit changed is known with that
 * commit. Answers at once where the store does.
 */
export function betweenCommits<Found extends object>(
  reader: Reader,
  look: (text: string) => Now<Found | undefined>,
): (text: string) => Now<Found | undefined> {
  const known = new Map<string, Found>()
  let commits: number | undefined
  return (text) => {
    if (reader.commits !== commits || known.size >= bound) known.clear()
    commits = reader.commits
    const remembered = known.get(text)
    if (remembered) return remembered
    const found = look(text)
    // Where others write too nothing is remembered, and only there a store makes one wait.
    if (found instanceof Promise) return found
    if (found !== undefined && commits !== undefined) known.set(text, found)
    return found
  }
}
