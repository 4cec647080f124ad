/** The path of a Chromium, installed first where we may. */
export function findOrInstallChromium(): Promise<string>
