import { marked } from 'marked'
import sanitize from 'sanitize-html'

/** Markdown to the few tags that an article needs; everything else is dropped by the one sanitiser (C01). Images stay out: they would be remote. */
export function toHtml(markdown: string): string {
  return sanitize(marked.parse(markdown, { async: false }), {
    allowedTags: [
      'h1',
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'code',
      'pre',
      'blockquote',
      'br',
      'hr',
      'a',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['https', 'mailto'],
    transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
  })
}
