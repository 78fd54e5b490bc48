import type { Wire } from '../wire.ts'
import { generate } from './generate.ts'
import { newScenes } from './scene.ts'

/** Feishu Contact v3 and the endpoints that give tokens: every connection has companies of its own, whose rows are watched. */
export const feishuWire: Wire = {
  name: 'Feishu',
  async prepare(server, connections) {
    const scenes = await newScenes(server, connections)
    return scenes.map((scene) => ({ next: (random) => generate(random, scene), owned: scene.owned }))
  },
}
