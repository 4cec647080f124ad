/** How urgent the team finds a matter, and the colours of its labels: lists that a browser offers and the contract allows. */
export const urgencies = ['low', 'normal', 'high', 'urgent'] as const
export const labelColours = ['plum', 'slate', 'rust', 'leaf', 'amber', 'sand'] as const
