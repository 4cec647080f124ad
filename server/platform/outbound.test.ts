import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPrivate, request } from './outbound.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('nothing is sent to this machine, its network or a metadata address, in whatever form it is written', async () => {
  const addresses = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://localhost/',
    'http://①②⑦.⓪.⓪.①/',
  ]
  for (const address of addresses) await expect(request(address), address).rejects.toMatchObject({ code: 'private-address' })
})

test('only web addresses without credentials are addresses', async () => {
  for (const address of [
    'file:///etc/passwd',
    'ftp://example.com',
    'gopher://127.0.0.1',
    'javascript:1',
    'no address',
    'https://user:pass@example.com/',
  ])
    await expect(request(address), address).rejects.toMatchObject({ code: 'bad-address' })
})

test('public addresses are not taken for private ones', () => {
  for (const ip of ['1.1.1.1', '8.8.8.8', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1'])
    expect(isPrivate(ip), ip).toBe(false)
})

test('a redirect is handed back, not followed', async () => {
  const address = await receiver((_, reply) => reply.writeHead(302, { location: 'http://169.254.169.254/' }).end())
  expect(await request(address, { allowPrivate: true })).toMatchObject({ status: 302, headers: { location: 'http://169.254.169.254/' } })
})

test('a receiver that never answers, or never stops answering, is left in time', async () => {
  const silent = await receiver(() => {})
  await expect(request(silent, { allowPrivate: true, timeoutMilliseconds: 100 })).rejects.toMatchObject({ code: 'timed-out' })
  const endless = await receiver((_, reply) => {
    const pour = () => {
      while (!reply.destroyed && reply.write('x'.repeat(16_384)));
    }
    reply.on('drain', pour)
    pour()
  })
  await expect(request(endless, { allowPrivate: true })).rejects.toMatchObject({ code: 'too-large' })
})

test('body and headers arrive as they were given', async () => {
  const address = await receiver((incoming, reply) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => reply.end(`${incoming.method} ${incoming.headers['x-colour']} ${Buffer.concat(parts).toString()}`))
  })
  const answer = await request(`${address}/path`, { method: 'POST', headers: { 'x-colour': 'plum' }, body: 'สวัสดี', allowPrivate: true })
  expect(answer).toMatchObject({ status: 200, body: 'POST plum สวัสดี' })
})
