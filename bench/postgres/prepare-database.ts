import pg from 'pg'

/** Gives the planner its statistics and pgbench its sequence, far behind the stream's own numbers; answers what makes a commit durable. */
export async function prepareDatabase(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.query('create sequence if not exists pgbench_places start 1000000000000')
  await client.query('checkpoint')
  const settings: Record<string, string> = {}
  for (const name of ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers']) {
    settings[name] = (await client.query(`show ${name}`)).rows[0][name]
  }
  await client.end()
  return settings
}
