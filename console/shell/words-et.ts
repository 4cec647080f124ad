export const words: Record<string, Record<string, unknown>> = import.meta.glob('../../locales/et/*.json', { eager: true, import: 'default' })
