import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Ids, Ports } from './ports.ts'

const hexadecimal = '0123456789abcdef'
const lower = '0123456789abcdefghijklmnopqrstuvwxyz'
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Draws without bias: bytes beyond the last whole multiple of the alphabet are thrown away. */
function draw(alphabet: string, length: number): string {
  const bound = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < bound && text.length < length) text += alphabet[byte % alphabet.length]
    }
  }
  return text
}

const systemIds: Ids = {
  text: (length) => draw(lower, length),
  number: (digits) => randomInt(10 ** (digits - 1), 10 ** digits),
  secret: (length) => draw(mixed, length),
  hex: (length) => draw(hexadecimal, length),
  uuid: () => randomUUID(),
}

/** The machine's own clock and randomness. */
export const systemPorts: Ports = { clock: { now: () => Date.now() }, ids: systemIds }
