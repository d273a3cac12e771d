import { defineConfig } from 'astro/config';

export default defineConfig({
  outDir: './public',
  publicDir: './static',
  cacheDir: './.cache',
  build: { format: 'preserve' },
  vite: { cacheDir: './.cache/vite' },
});
