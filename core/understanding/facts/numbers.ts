import type { Looks } from './looks.ts'

/** E-mail addresses and order numbers: what no other kind may take a piece of. */
export const numbers: readonly Looks[] = [
  { kind: 'email', looks: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu, value: ([email]) => email?.toLowerCase() },
  {
    kind: 'order',
    hasDigits: true,
    looks: /(?<![A-Za-z\d-])(?:RK|ORD|SO|PO|INV)(?:[-\u2010-\u2014]\d{2,8}){2,4}(?![\d-])/giu,
    value: ([order]) => order?.replace(/[\u2010-\u2014]/g, '-').toUpperCase(),
  },
  {
    kind: 'order',
    hasDigits: true,
    looks: /(?<![A-Za-z\d])[A-Za-z]{2,4}[-\u2010-\u2014 ]?\d{4,12}(?![\d-])/gu,
    value: ([order]) => orderNumber(order),
  },
  { kind: 'order', hasDigits: true, looks: /#\s?\d{3,12}(?!\d|-)/g, value: ([order]) => order?.replace(/\s/g, '') },
  {
    kind: 'order',
    hasDigits: true,
    looks:
      /(?:order|tracking|ref(?:erence)?|booking|pesanan|tempahan|resi|tellimus\p{L}{0,4}|saadetis\p{L}{0,4}|คำสั่งซื้อ|ออเดอร์|เลขพัสดุ|订单|訂單|单号|單號|运单)[\p{L} ]{0,6}(?:no|nr|number|nombor|nomor|เลขที่|หมายเลข|号|號)?[.:：# ]{0,3}(?<number>(?<![A-Z])[A-Z]{1,4}(?:-\d{1,8}){2,4}|[A-Z]{0,4}\d{5,16}[A-Z]{0,2})(?![\d-])/giu,
    value: ({ groups }) => groups?.number?.toUpperCase(),
  },
]

function orderNumber(written = ''): string | undefined {
  const [, letters = '', number = ''] = /^([A-Za-z]+)[^A-Za-z\d]?(\d+)$/.exec(written) ?? []
  const dashed = /[-\u2010-\u2014]/.test(written)
  // "since 2024" and "rm 1500" are no order numbers: without the dash only the letters of an order series count.
  if (!dashed && !/^(RK|ORD|SO|PO|INV)$/i.test(letters)) return undefined
  return `${letters.toUpperCase()}-${number}`
}
