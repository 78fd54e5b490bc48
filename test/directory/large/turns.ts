/** How many turns others have while something is done. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let going: NodeJS.Immediate
  const turn = () => {
    turns++
    going = setImmediate(turn)
  }
  going = setImmediate(turn)
  await work().finally(() => clearImmediate(going))
  return turns
}
