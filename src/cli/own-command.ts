import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** How this program can be called again from here, whether it is a clone's or a package's: by the path of its `bin`. */
export function ownCommand(program: string = process.argv[1] ?? '', from: string = process.cwd()): string {
  // Of the clone's bundle, of a package, of the clone's sources.
  const places = ['../bin/rollcall.js', 'bin/rollcall.js', '../../bin/rollcall.js']
  const bin = places.map((place) => join(dirname(program), place)).find((path) => existsSync(path))
  if (bin === undefined) return 'rollcall'
  const near = relative(from, bin)
  return `node ${near.startsWith('..') ? bin : near}`
}
