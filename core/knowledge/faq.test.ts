import { expect, test } from 'vitest'
import { articleIn, questionsIn } from './faq.ts'

test('a page of questions becomes articles, whichever of the usual ways it is written in', () => {
  const page = `<!doctype html><html><head><title>Shop</title><script>var a = '<h2>no</h2>'</script></head><body><nav><h2>Menu</h2>all our things</nav>
    <h1>Questions</h1>
    <h3>How long may I <em>return</em> something?</h3><p>Within <b>30 days</b> &amp; unused.</p><ul><li>Parcels: free</li><li>Sofas: 25 &euro;</li></ul>
    <details><summary>Is there a warranty?</summary><div>Five years on wood.<br>Two on the rest.</div></details>
    <dl><dt>คืนสินค้าได้ไหม</dt><dd>ได้ภายใน 30 วัน</dd></dl><footer><h4>Contact</h4>Somewhere in Tallinn</footer></body></html>`
  expect(questionsIn(page)).toEqual([
    { title: 'How long may I return something?', body: 'Within **30 days** & unused.\n\n- Parcels: free\n- Sofas: 25 €' },
    { title: 'Is there a warranty?', body: 'Five years on wood.\nTwo on the rest.' },
    { title: 'คืนสินค้าได้ไหม', body: 'ได้ภายใน 30 วัน' },
  ])
})

test('a Markdown file is one article under its heading, or under its own name', () => {
  expect(articleIn('---\ntags: x\n---\n# Warranty\n\nFive years on wood.', 'w.md')).toEqual({ title: 'Warranty', body: 'Five years on wood.' })
  expect(articleIn('Five years on wood.\n\n## More\nyes', 'our-warranty.md')).toEqual({
    title: 'our warranty',
    body: 'Five years on wood.\n\n## More\nyes',
  })
  expect(articleIn('# Empty', 'e.md')).toBeNull()
})

test('a page that was made to be slow is not, and one that ends in the middle is read as far as it goes', () => {
  for (const evil of ['<'.repeat(100_000), '<h2>'.repeat(25_000), '<!--'.repeat(25_000), '&#'.repeat(50_000), `<h2>a</h2>${' '.repeat(100_000)}`])
    questionsIn(evil)
  expect(questionsIn('<h2>Where is it?</h2><p>On its way to you.<h2>And')).toEqual([{ title: 'Where is it?', body: 'On its way to you.' }])
})
