import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Below this many bytes a packed file is hardly shorter. */
const worthPacking = 1000

/** Puts a packed copy beside each text of a built bundle: packed once and well, served to every browser that reads it. */
export function pack(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|json|svg)$/.test(path)) continue
    const text = readFileSync(join(folder, path))
    if (text.length >= worthPacking) writeFileSync(join(folder, `${path}.gz`), gzipSync(text, { level: 9 }))
  }
}
