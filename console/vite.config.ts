import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: { outDir: '../build/console', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 700 },
})
