interface Policies {
  createPolicy: (name: string, rules: { createHTML: (html: string) => string | null }) => unknown
}

/**
 * C01: the page allows no string to become HTML or script (Trusted Types). The component library writes style sheets that
 * way, so text without a tag passes; whatever holds a "<" is refused, wherever it comes from.
 */
export function trustNoHtml(): void {
  // Firefox and older browsers know no Trusted Types; there the sanitiser and the policy on scripts stand alone.
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', { createHTML: (html) => (html.includes('<') ? null : html) })
}
