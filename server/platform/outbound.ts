import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { messageOf } from './errors.ts'

export interface OutboundRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string
  /** Only for receivers that the owner of the server named, and for tests: lets it reach this machine and its network. */
  allowPrivate?: boolean
  /** For everything together: name, connection, answer. */
  timeoutMilliseconds?: number
  mostBytes?: number
}

export interface OutboundAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Why nothing was sent, or no whole answer came; `code` is stable. */
export class OutboundFailure extends Error {
  override name = 'OutboundFailure'
  readonly code: 'bad-address' | 'private-address' | 'unknown-host' | 'timed-out' | 'too-large' | 'unreachable'
  constructor(code: OutboundFailure['code'], message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The one way out to addresses that people gave us (C12–C14). The host is looked up once, every address of it is checked, and
 * the connection goes to the checked address alone, so that a second look-up cannot lead elsewhere. Redirects are not followed.
 */
export async function request(address: string, options: OutboundRequest = {}): Promise<OutboundAnswer> {
  const url = readAddress(address)
  const limit = AbortSignal.timeout(options.timeoutMilliseconds ?? 10_000)
  const pinned = await inTime(limit, findAddress(url, options.allowPrivate ?? false))
  return send(url, pinned, options, limit)
}

/** True when an address is a private, loopback, link-local, metadata or otherwise special one. */
export function isPrivate(ip: string): boolean {
  return special.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
}

// IANA special-purpose registries. Of IPv6, the forms that carry an IPv4 address inside (NAT64, 6to4, Teredo) are refused as a whole.
const special = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(net, bits, 'ipv6')

function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new OutboundFailure('bad-address', 'The address must begin with https:// or http://.')
  if (url.username || url.password) throw new OutboundFailure('bad-address', 'The address must not carry a user name or password.')
  return url
}

interface Pinned {
  address: string
  family: number
}

async function findAddress(url: URL, allowPrivate: boolean): Promise<Pinned> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const all = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookUp(host)
  const refused = allowPrivate ? undefined : all.find(({ address }) => isPrivate(address))
  if (refused) throw new OutboundFailure('private-address', `${host} is ${refused.address}, an address inside a private network.`)
  const first = all[0]
  if (!first) throw new OutboundFailure('unknown-host', `${host} has no address.`)
  return first
}

async function lookUp(host: string): Promise<Pinned[]> {
  try {
    return await lookup(host, { all: true })
  } catch (error) {
    throw new OutboundFailure('unknown-host', `${host} was not found: ${messageOf(error)}`)
  }
}

function send(url: URL, pinned: Pinned, options: OutboundRequest, limit: AbortSignal): Promise<OutboundAnswer> {
  const { method = 'GET', headers = {}, body, mostBytes = 64 * 1024 } = options
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(toFailure(error, limit))
    const open = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = open(url, {
      method,
      headers: { 'user-agent': 'Sambut/1', ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      agent: false,
      signal: limit,
      lookup: (_host, { all }, answer) => (all ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family)),
    })
    outgoing.on('error', fail)
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = []
      let size = 0
      incoming.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size > mostBytes) incoming.destroy(new OutboundFailure('too-large', `The answer is larger than ${mostBytes} bytes.`))
      })
      incoming.on('error', fail)
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts).toString('utf8') }))
    })
    outgoing.end(body)
  })
}

/** A name server that does not answer cannot be interrupted, only left alone. */
async function inTime<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => limit.addEventListener('abort', () => reject(toFailure(limit.reason, limit)), { once: true }))
  return Promise.race([work, late])
}

function toFailure(error: unknown, limit: AbortSignal): OutboundFailure {
  if (error instanceof OutboundFailure) return error
  if (limit.aborted) return new OutboundFailure('timed-out', 'No whole answer came in time.')
  return new OutboundFailure('unreachable', messageOf(error))
}
