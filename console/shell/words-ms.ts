export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/ms/*.json', { eager: true, import: 'default' })
