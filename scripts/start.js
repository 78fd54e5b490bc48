// npm start: from a fresh clone to a listening server with a demo company in it.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { become, findNode } from '../bin/runtime.js'
import { installMissing } from './install.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
installMissing(root, 'run')
become(findNode(root), [join(root, 'bin', 'rollcall.js'), 'serve', '--demo', ...process.argv.slice(2)])
