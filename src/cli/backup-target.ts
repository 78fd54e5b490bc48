import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { requireNew } from './require-new.ts'
import { UsageError } from './usage-error.ts'

/** The file that a backup is written to: as named, or after the time in a folder that is there. Refuses what may not be written over. */
export function fileForBackup(to: string, dataDir: string, force: boolean): string {
  const there = statSync(to, { throwIfNoEntry: false })
  if (!there && /[/\\]$/.test(to)) throw new UsageError(`there is no folder ${to}: make it, or give --to another path`)
  const file = there?.isDirectory() ? join(to, nameByTime()) : to
  const folder = dirname(file)
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}: make it, or give --to another path`)
  if (isWithin(folder, dataDir))
    throw new UsageError(`${file} lies in the data folder, and would be lost with it: give --to a path elsewhere, best on another disk`)
  if (there && !there.isDirectory() && !there.isFile()) throw new UsageError(`${file} is no file: give --to another path`)
  requireNew(file, force)
  return file
}

const nameByTime = () => `rollcall-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.sqlite`

/** By where they really are: a link may lead from one into the other. */
function isWithin(folder: string, other: string): boolean {
  if (!existsSync(other)) return false
  const way = relative(realpathSync(other), realpathSync(folder))
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}
