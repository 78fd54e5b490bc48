import { SqliteStore } from '../../src/storage/engines/sqlite.ts'
import { addSetting, asked } from './settings-statements.ts'

/** Writes in batches of eight until some batches have failed, and prints what was acknowledged and what was not. */
const store = new SqliteStore({ folder: process.argv[2] as string })
const acknowledged: string[] = []
const failed: { name: string; message: string }[] = []

async function write(name: string): Promise<void> {
  try {
    await store.write('t', asked(name), async (tx) => {
      tx.record({ kind: 'test_added', subject: name })
      await tx.run(addSetting, { name, value: 'x'.repeat(3000) })
    })
    acknowledged.push(name)
  } catch (error) {
    failed.push({ name, message: (error as Error).message })
  }
}

for (let batch = 0; batch < 200 && failed.length < 24; batch++) {
  await Promise.all(Array.from({ length: 8 }, (_, index) => write(`n${batch * 8 + index}`)))
}
process.stdout.write(JSON.stringify({ acknowledged, failed }), () => process.exit(0))
