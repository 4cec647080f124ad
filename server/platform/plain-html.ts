/** Text as HTML that shows it, whatever stands in it. */
export const plainHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
