export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/zh/*.json', { eager: true, import: 'default' })
