import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder; tests run in it. */
export const root = dirname(dirname(import.meta.dirname))

/** What a tool or a run leaves behind, and version control ignores. */
const notOurs = new Set(['node_modules', 'dist', '.git', 'coverage', 'rollcall-data'])

/** Every file of ours in these folders (or in the whole project), as paths from the project's folder. A folder that is not there throws: whoever looks into it would find nothing wrong. */
export function filesOf(...folders: string[]): string[] {
  return folders.length > 0 ? folders.flatMap(filesUnder) : filesUnder('')
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    // In a worktree, node_modules may be a link to another's.
    if (notOurs.has(entry.name)) return []
    if (entry.isDirectory()) return filesUnder(path)
    return entry.name.endsWith('.log') ? [] : [path]
  })
}
