export const pageRows = 50

/** The view that was looked at last, on this tab. */
export const rememberedView = 'sambut.view'

/** Whether this page begins with the list of conversations. */
export const beginsWithList = (path: string) => /\/inbox(\/|$)/.test(path)

/** Where a page of the inbox is asked for; the same words in the same order, so that it is asked for once. */
export function pageAddress(view: string, search: string, page: number): string {
  const query = new URLSearchParams({ view, limit: String(pageRows), offset: String(page * pageRows), ...(search && { search }) })
  return `/v1/conversations?${query}`
}
