import type { Wire } from '../wire.ts'
import { generate } from './generate.ts'
import { judge } from './judge.ts'
import { knownOf } from './known.ts'

/** Tencent Cloud Organization and the admin API beside it: every connection speaks of the same demo company. */
export const tencentWire: Wire = {
  name: 'Tencent',
  async prepare(server, connections) {
    const known = knownOf(server)
    return Array.from({ length: connections }, () => ({ next: (random) => ({ ...generate(random, known), judge }) }))
  },
}
