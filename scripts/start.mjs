// `npm start`: from a fresh clone to a server that answers. Options are the server's own: `npm start -- --port 9000`.
import { parseArgs } from 'node:util'
import { build, install, main, node, Refusal, refuseOldNode, run } from './setup.mjs'

const options = process.argv.slice(2)

await main(async () => {
  refuseOldNode()
  refuseBadPort()
  await install()
  await build()
  return run([node, 'server/main.ts', ...options])
})

/** The server checks every setting by itself; the one people set most is looked at before minutes go into installing. */
function refuseBadPort() {
  const given = parseArgs({ args: options, options: { port: { type: 'string' } }, strict: false }).values.port ?? process.env.PORT
  if (given === undefined) return
  if (!/^\d{1,5}$/.test(String(given)) || Number(given) > 65535)
    throw new Refusal(`--port (or PORT) must be a number from 0 to 65535; it is "${given}".`)
}
