import type { Looks } from './looks.ts'

const kind = 'address'
const rest = "(?:, ?[\\p{L}\\d .'/#-]{2,40}){0,5}"

/** Row 11: a postal address as each land writes it. Without a number it is only talk of a street. */
export const addresses: readonly Looks[] = [
  {
    kind,
    hasDigits: true,
    looks: new RegExp(
      `(?<!\\p{L})(?:no\\.? ?\\d{1,4}\\p{L}?,? ?)?(?:jalan|jln|jl|lorong|lrg|persiaran|lebuh|lebuhraya|gang|gg)\\.? [\\p{L}\\d][\\p{L}\\d ./'-]{1,50}${rest}`,
      'giu',
    ),
    value: withNumber,
  },
  {
    kind,
    hasDigits: true,
    looks: new RegExp(
      `(?<![\\p{L}\\d])\\d{1,5}\\p{L}? (?:\\p{Lu}[\\p{L}'.]{1,20} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Crescent|Close|Place|Terrace)(?!\\p{L})\\.?${rest}`,
      'gu',
    ),
    value: withNumber,
  },
  {
    kind,
    hasDigits: true,
    looks: new RegExp(
      `(?<!\\p{L})(?:blk|block) ?\\d{1,4}\\p{L}? [\\p{L}\\d ]{3,40}(?: ?#\\d{2}-\\d{1,5})?(?: ?(?:singapore|s)? ?\\(?\\d{6}\\)?)?${rest}`,
      'giu',
    ),
    value: withNumber,
  },
  {
    kind,
    hasDigits: true,
    looks: new RegExp(
      `(?<!\\p{L})\\p{Lu}[\\p{L}-]{2,30} (?:tänav|tn|mnt|maantee|pst|puiestee|tee|põik)\\.? ?\\d{1,4}\\p{L}?(?:-\\d{1,4})?${rest}`,
      'gu',
    ),
    value: withNumber,
  },
  {
    kind,
    hasDigits: true,
    looks:
      /\d{1,4}(?:\/\d{1,4})? ?(?:หมู่ที่|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|อาคาร|คอนโด|หมู่บ้าน)[\u0e00-\u0e7fA-Za-z\d ./,-]{2,120}?(?:เขต|อำเภอ|อ\.|จังหวัด|จ\.|กรุงเทพ)[\u0e00-\u0e7f. ]{0,40}(?:\d{5}(?!\d))?/gu,
    value: withNumber,
  },
  {
    kind,
    hasDigits: true,
    looks:
      /(?:[\u4e00-\u9fff]{2,4}(?:省|自治区))?[\u4e00-\u9fff]{2,4}[市县縣][\u4e00-\u9fff]{1,5}[区區县縣镇鎮][\u4e00-\u9fff\d]{1,14}\d{1,5}[号號弄](?:[\d\u4e00-\u9fffA-Za-z-]{1,16}[室楼樓栋户])?/gu,
    value: withNumber,
  },
]

function withNumber([written]: RegExpMatchArray): string | undefined {
  const address = written?.replace(/\s+/g, ' ').trim()
  return address !== undefined && /\d/.test(address) ? address : undefined
}
