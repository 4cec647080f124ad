/** A new id of 32 hex digits, 128 random bits. Unlike crypto.randomUUID it also works over plain http, as on a shop's own network. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
