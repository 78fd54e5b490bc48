import { expect, test } from 'vitest'
import { batchedReplies } from '../../src/http/batched-replies.ts'
import { rawClient } from './raw-client.ts'
import { echo, serving, text } from './serving.ts'

const lengthOf = (text: string) => text.length
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('replies of one loop turn are written together, in order, none before the end of the turn', async () => {
  const written: number[] = []
  const send = batchedReplies<number>(
    (reply) => written.push(reply),
    () => 1,
  )
  send(1)
  await Promise.resolve()
  send(2)
  expect(written).toEqual([])
  await turn()
  expect(written).toEqual([1, 2])
  send(3)
  await turn()
  expect(written).toEqual([1, 2, 3])
})

test('long replies do not wait for the end of the turn, and keep their order', async () => {
  const written: string[] = []
  const send = batchedReplies<string>((reply) => written.push(reply), lengthOf)
  const replies = Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(30_000))
  for (const reply of replies) send(reply)
  // Nine of them are more than 256 KiB.
  expect(written).toEqual(replies.slice(0, 18))
  await turn()
  expect(written).toEqual(replies)
})

test('a reply that is sent while others are being written comes with the next turn', async () => {
  const written: string[] = []
  const send = batchedReplies<string>((reply) => {
    written.push(reply)
    if (reply === 'first') send('from within')
  }, lengthOf)
  send('first')
  await turn()
  expect(written).toEqual(['first'])
  await turn()
  expect(written).toEqual(['first', 'from within'])
})

test.for([true, false])('many connections at once are all answered, batched: %s', async (batchedReplies) => {
  await using http = await serving([{ ...echo('/:n'), handle: async ({ params }) => text(`<${params.n}>`) }], { batchedReplies })
  const clients = await Promise.all(Array.from({ length: 50 }, () => rawClient(http.port)))
  for (const [n, client] of clients.entries()) client.send(`GET /${n} HTTP/1.1\r\nHost: x\r\n\r\n`)
  const answers = await Promise.all(clients.map((client) => client.until(/<\d+>/)))
  expect(answers.map((answer) => /<(\d+)>/.exec(answer)?.[1])).toEqual(clients.map((_, n) => String(n)))
})
