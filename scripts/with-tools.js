// Runs a tool under a Node.js that is new enough, from any Node.js, after installing what is missing:
// node scripts/with-tools.js <file> [arguments]
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { become, findNode } from '../bin/runtime.js'
import { installMissing } from './install.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [file, ...args] = process.argv.slice(2)
installMissing(root, 'develop')
become(findNode(root), [join(root, file), ...args])
