import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: everything it shows (fonts, KaTeX, the pdf.js worker) is in dist/renderer, nothing is fetched. Vite's root is this folder. */
export default defineConfig({
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  worker: { format: 'es' },
  server: { port: 5317, strictPort: true, host: '127.0.0.1', hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5317 } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    // A data: font would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 6000,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
});
