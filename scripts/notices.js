import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of what is bundled, as each of them asks to be passed on. `inputs` are paths of bundled files, from the project's folder. */
export function thirdPartyNotices(root, inputs) {
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))
  return [...folders]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!license) throw new Error(`${name} names no licence: it must not be bundled`)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return `${[`${name} ${version}, ${license}`, ...texts].join('\n\n')}\n`
}
