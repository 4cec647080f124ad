/** Where the line goes on the usual kinds of sites; each text is copied as it stands. */
export const kindsOfSites = ['html', 'wordpress', 'shopify', 'nextjs', 'tag-manager'] as const
export type KindOfSite = (typeof kindsOfSites)[number]

export function snippetFor(kind: KindOfSite, origin: string, site: string): string {
  const line = `<script src="${origin}/widget.js" data-site="${site}" async></script>`
  switch (kind) {
    case 'wordpress':
      return `add_action('wp_footer', function () {
  echo '${line}';
});`
    case 'nextjs':
      return `import { useEffect } from 'react'

export function Chat() {
  useEffect(() => {
    if (document.querySelector('sambut-chat, script[data-site]')) return
    const script = document.createElement('script')
    script.src = '${origin}/widget.js'
    script.dataset.site = '${site}'
    document.body.append(script)
  }, [])
  return null
}`
    case 'tag-manager':
      // Tag Manager drops attributes that it does not know, so the tag is made by hand.
      return `<script>
  (function () {
    var script = document.createElement('script')
    script.src = '${origin}/widget.js'
    script.setAttribute('data-site', '${site}')
    document.body.appendChild(script)
  })()
</script>`
    default:
      return line
  }
}
