import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import type { TestEngine } from './engines.ts'
import { passingFolder } from './passing-folder.ts'
import { newDatabase } from './postgres.ts'
import { program } from './program.ts'

const masterKey = Buffer.alloc(32, 7).toString('base64')

/** A place for a directory of its own, where nothing is yet, and the command line that works on it. */
export interface CommandPlace {
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly masterKey: string
  /** Runs the command line on this directory; with other variables, where some are given. */
  run(
    args: readonly string[],
    input?: string,
    variables?: Readonly<Record<string, string | undefined>>,
  ): Promise<{ code: number | null; out: string; err: string }>
  file(name: string, text?: string): string
}

/** With `ownKey`, the master key lies in the data folder. */
export async function commandPlace(engine: TestEngine, { ownKey } = { ownKey: false }): Promise<CommandPlace> {
  const home = passingFolder('rollcall-seed-')
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'data')
  const databaseUrl = engine.name === 'postgres' ? await newDatabase(inject('postgres') as string) : undefined
  const env = {
    ...process.env,
    ROLLCALL_DATA_DIR: folder,
    ...(!ownKey && { ROLLCALL_MASTER_KEY: masterKey }),
    ...(databaseUrl && { ROLLCALL_DATABASE_URL: databaseUrl }),
  }
  return {
    folder,
    databaseUrl,
    masterKey,
    async run(args, input, variables) {
      const child = spawn(process.execPath, [program, ...args], { cwd: home, env: { ...env, ...variables } })
      let [out, err] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      child.stdin.end(input)
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
      return { code, out, err }
    },
    file(name, text) {
      const path = join(home, name)
      if (text !== undefined) writeFileSync(path, text)
      return path
    },
  }
}
