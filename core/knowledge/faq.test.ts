import { expect, test } from 'vitest'
import { articlesIn, questionsIn } from './faq.ts'

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
  expect(articlesIn('---\ntags: x\n---\n# Warranty\n\nFive years on wood.', 'w.md')).toEqual([{ title: 'Warranty', body: 'Five years on wood.' }])
  expect(articlesIn('Five years on wood.\n\n## More\nyes', 'our-warranty.md')).toEqual([
    { title: 'our warranty', body: 'Five years on wood.\n\n## More\nyes' },
  ])
  expect(articlesIn('# Empty', 'e.md')).toEqual([])
  expect(articlesIn('# Setup\nRun this:\n```\n# not a heading\n## nor this\n## nor that\n```', 's.md')).toHaveLength(1)
})

test('a Markdown page of questions is as many articles as its headings mean', () => {
  const delivery = '# Delivery\nWe deliver on weekdays.\n## To islands\nTwice a week.\n## Abroad\nNot yet.'
  const returns = '# Returns ##\nWithin 30 days.\n## Sofas\nWe collect them.'
  expect(articlesIn(`${delivery}\n\n${returns}`, 'faq.md')).toEqual([
    { title: 'Delivery', body: 'We deliver on weekdays.\n## To islands\nTwice a week.\n## Abroad\nNot yet.' },
    { title: 'Returns', body: 'Within 30 days.\n## Sofas\nWe collect them.' },
  ])
  const page = '# Questions\n## How long?\nThree to five days.\n### At sea\nA week.\n## How much?\nIt costs 9 €.'
  expect(articlesIn(page, 'faq.md')).toEqual([
    { title: 'How long?', body: 'Three to five days.\n### At sea\nA week.' },
    { title: 'How much?', body: 'It costs 9 €.' },
  ])
  const chapters = '# Delivery\n\n## How long?\nThree to five days.\n# Returns\n## How much?\nNothing at all.\n## Until when?\nFor 30 days.'
  expect(articlesIn(chapters, 'faq.md').map(({ title }) => title)).toEqual(['How long?', 'How much?', 'Until when?'])
  expect(articlesIn(`Ask us anything.\n${page}`, 'our-faq.md').map(({ title }) => title)).toEqual(['our faq', 'How long?', 'How much?'])
})

test('a page that was made to be slow is not, and one that ends in the middle is read as far as it goes', () => {
  for (const evil of ['<'.repeat(100_000), '<h2>'.repeat(25_000), '<!--'.repeat(25_000), '&#'.repeat(50_000), `<h2>a</h2>${' '.repeat(100_000)}`])
    questionsIn(evil)
  expect(questionsIn('<h2>Where is it?</h2><p>On its way to you.<h2>And')).toEqual([{ title: 'Where is it?', body: 'On its way to you.' }])
})
