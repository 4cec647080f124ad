/** What Rumah Kodu sells, in euros; `large` goes by truck. `often` is how often it is bought, `marginShare` what stays after goods, freight and payment. */
export interface Good {
  name: string
  price: number
  large: boolean
  often: number
  marginShare: number
}

export const goods: readonly Good[] = [
  { name: 'Saar table, oak, 160 cm', price: 449, large: true, often: 4, marginShare: 0.24 },
  { name: 'Saar table, oak, 200 cm', price: 549, large: true, often: 3, marginShare: 0.25 },
  { name: 'Saar table, oak, 240 cm', price: 649, large: true, often: 1, marginShare: 0.26 },
  { name: 'Kõrb chair', price: 149, large: false, often: 9, marginShare: 0.22 },
  { name: 'Põhja sofa, 2 seats', price: 690, large: true, often: 3, marginShare: 0.2 },
  { name: 'Põhja sofa, 3 seats', price: 890, large: true, often: 3, marginShare: 0.21 },
  { name: 'Laine mattress, 90×200', price: 299, large: true, often: 3, marginShare: 0.27 },
  { name: 'Laine mattress, 160×200', price: 499, large: true, often: 3, marginShare: 0.28 },
  { name: 'Mets wardrobe, 150 cm', price: 520, large: true, often: 3, marginShare: 0.18 },
  { name: 'Kuu lamp', price: 59, large: false, often: 12, marginShare: 0.31 },
  { name: 'Vihm rug', price: 129, large: false, often: 8, marginShare: 0.27 },
  { name: 'Töö desk', price: 329, large: true, often: 3, marginShare: 0.19 },
  { name: 'Töö desk, electric', price: 549, large: true, often: 2, marginShare: 0.18 },
  { name: 'Tuul desk chair', price: 219, large: false, often: 5, marginShare: 0.2 },
  { name: 'Meri shelf', price: 119, large: false, often: 7, marginShare: 0.24 },
]

/** What delivery costs with goods of this sum. */
export function deliveryCost(sum: number, large: boolean): number {
  if (large) return 35
  return sum >= 80 ? 0 : 6
}

export const showrooms = { SG: 'Singapore', MY: 'Kuala Lumpur', ID: 'Jakarta', TH: 'Bangkok', EE: 'Tallinn', CN: 'Singapore' } as const
export type Country = keyof typeof showrooms
