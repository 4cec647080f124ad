/** Whether nothing of a text can be seen: spaces, and signs without a shape such as the space of no width. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text)
}
