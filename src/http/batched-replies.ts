/** Characters of answers that wait together at most. What a turn holds when the young are collected lives on: 64 pages of 30 kB are better gone by then. */
const most = 262_144

/**
 * Collects what `write` is to send and does it for all of one loop turn together: the requests that one poll of the sockets brought in
 * are all handled before the first answer costs a system call. A lone reply waits for the end of its turn only, some microseconds; where
 * replies are long, a few go together.
 */
export function batchedReplies<Reply>(write: (reply: Reply) => void, sizeOf: (reply: Reply) => number): (reply: Reply) => void {
  let waiting: Reply[] = []
  let size = 0
  const flush = () => {
    const turn = waiting
    waiting = []
    size = 0
    for (const reply of turn) write(reply)
  }
  return (reply) => {
    if (waiting.push(reply) === 1) setImmediate(flush)
    size += sizeOf(reply)
    if (size > most) flush()
  }
}
