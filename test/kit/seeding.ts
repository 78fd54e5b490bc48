import { openSession, type Session } from '../../src/directory/session.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import { applySeed, type Made } from '../../src/seed/apply/apply-seed.ts'
import { documentOf } from '../../src/seed/export/document-of.ts'
import { yamlText } from '../../src/seed/export/yaml-text.ts'
import { SeedRefused } from '../../src/seed/read/finding.ts'
import { readSeed } from '../../src/seed/read/read-seed.ts'
import { openVault } from '../../src/storage/vault.ts'
import { openTestStore, type TestStore } from '../storage/open-test-store.ts'
import type { TestEngine } from './engines.ts'

const vault = openVault(Buffer.alloc(32, 7))

/** An empty directory; closed when the test ends. */
export const emptyDirectory = (engine: TestEngine): Promise<TestStore> => openTestStore(engine)

export function sessionOn({ store }: TestStore): Session {
  const requestId = crypto.randomUUID()
  return openSession(store, systemPorts, vault, {
    actor: 'test',
    account: 0,
    dialect: 'test',
    operation: 'Seed',
    requestId,
    at: Date.now(),
  })
}

/** Seeds a text; what was made, as `{ user: 3 }`. */
export async function seed(directory: TestStore, text: string, file = 'company.yaml'): Promise<Record<string, number>> {
  const made: Made = await applySeed(sessionOn(directory), readSeed(text, file))
  return Object.fromEntries(made)
}

/** The lines of complaint about a text; a text that is accepted has none. */
export async function complaints(directory: TestStore, text: string): Promise<readonly string[]> {
  try {
    await seed(directory, text)
    return []
  } catch (error) {
    if (error instanceof SeedRefused) return error.lines
    throw error
  }
}

export async function exported({ store }: TestStore): Promise<string> {
  return yamlText(await documentOf(store.reader))
}
