import type { Wire } from '../wire.ts'
import { generate } from './generate.ts'
import { newScenes } from './scene.ts'

/** SCIM 2.0: every connection is a source with zones of its own, whose rows are watched. */
export const scimWire: Wire = {
  name: 'SCIM',
  async prepare(server, connections) {
    const scenes = await newScenes(server, connections)
    return scenes.map((scene) => ({ next: (random) => generate(random, scene), owned: scene.owned }))
  },
}
