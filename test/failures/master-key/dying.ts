import fs, { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { StatementSync } from 'node:sqlite'

/**
 * Loaded before the program with `--import`: counts the steps in which a change of the master key reaches the disk or the database, notes them in the file
 * STEPS, and kills the process before or after one of them: `DIE=before:12`, `DIE=after:12`.
 */
const { STEPS, DIE = '' } = process.env
const [when, place] = DIE.split(':')
let steps = 0

// biome-ignore lint/suspicious/noExplicitAny: stands for functions of every shape
type Any = any

function step(label: string, perform: (done: () => void) => Any): Any {
  const number = steps++
  if (STEPS) appendFileSync(STEPS, `${label.replace(/\s+/g, ' ')}\n`)
  const dies = (moment: string) => {
    if (when === moment && number === Number(place)) process.kill(process.pid, 'SIGKILL')
  }
  dies('before')
  return perform(() => dies('after'))
}

function counted(owner: Any, name: string, label: (self: Any, args: Any[]) => string | undefined): void {
  const original = owner[name]
  owner[name] = function (this: Any, ...args: Any[]) {
    const said = label(this, args)
    if (said === undefined) return original.apply(this, args)
    return step(`${name} ${said}`, (done) => {
      const result = original.apply(this, args)
      done()
      return result
    })
  }
}

const keyFile = (_: Any, [path]: Any[]) => (String(path).includes('master.key') ? String(path).replace(/.*\//, '') : undefined)
counted(fs, 'writeFileSync', keyFile)
counted(fs, 'renameSync', keyFile)
counted(fs, 'rmSync', keyFile)
counted(fs, 'fsyncSync', () => 'folder')
syncBuiltinESMExports()

counted(StatementSync.prototype, 'run', ({ sourceSQL }) => sourceSQL)

/** To a database; what is written is on its way when the callback comes, and nobody has read an answer. */
const write = net.Socket.prototype.write as Any
net.Socket.prototype.write = function (this: net.Socket, ...args: Any[]) {
  const sql = /\b(begin|commit|update \w+|insert into \w+)\b/i.exec(Buffer.from(args[0] as never).toString('latin1'))?.[0]
  if (this.remotePort === undefined || sql === undefined) return write.apply(this, args)
  return step(`send ${sql}`, (done) => {
    const [data, ...others] = args
    const callback = others.find((other) => typeof other === 'function')
    const rest = others.filter((other) => typeof other !== 'function')
    return write.call(this, data, ...rest, (...told: Any[]) => {
      done()
      callback?.(...told)
    })
  })
} as never
