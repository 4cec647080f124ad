export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/th/*.json', { eager: true, import: 'default' })
