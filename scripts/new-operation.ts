/** npm run new-operation -- <dialect> <area> <name>: the operation's file and its test, from the pattern that all of them repeat. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { adminPattern } from './operation-patterns/admin.ts'
import { feishuPattern } from './operation-patterns/feishu.ts'
import type { Pattern } from './operation-patterns/pattern.ts'
import { scimPattern } from './operation-patterns/scim.ts'
import { tencentPattern } from './operation-patterns/tencent.ts'

const root = dirname(import.meta.dirname)
const usage = `usage: npm run new-operation -- <dialect> <area> <name>, for example:
  tencent identity-center/groups RemoveUserFromGroup
  feishu group-member batch_remove
  scim groups PatchGroup
  admin apps CreateApp`

const patterns: Readonly<Record<string, Pattern>> = {
  tencent: tencentPattern,
  feishu: feishuPattern,
  scim: scimPattern,
  admin: adminPattern,
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

const [dialect = '', area = '', name = '', ...rest] = process.argv.slice(2)
const pattern = Object.hasOwn(patterns, dialect) ? patterns[dialect] : undefined
if (!pattern || rest.length > 0) refuse(usage)
if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(area)) refuse(`an area is a path in kebab-case, not "${area}"\n${usage}`)
const made = pattern(area, name)
if (typeof made === 'string') refuse(`${made}\n${usage}`)

const taken = [...made.files.keys()].filter((file) => existsSync(join(root, file)))
if (taken.length > 0) refuse(`already there: ${taken.join(', ')}`)
for (const [file, text] of made.files) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  console.log(`wrote ${file}`)
}
console.log(`\nThen:\n${made.next.map((step, index) => `${index + 1}. ${step}`).join('\n')}`)
