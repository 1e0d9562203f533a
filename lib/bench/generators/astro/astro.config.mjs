import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://paper.example',
  output: 'static',
  trailingSlash: 'always',
  // Below node_modules by default, which here is the installed Astro's.
  cacheDir: './cache/astro',
  vite: {
    cacheDir: './cache/vite',
    // Else it takes the configuration of a folder further up.
    css: { postcss: {} },
  },
});
