import type { Platform } from '../platform/platform.ts'

export async function seedDemo(_platform: Platform, _say: (step: string) => void): Promise<void> {}
