import { builtinModules } from 'node:module';
import { root } from './places.mjs';

/** The programs that run on Node or Electron: where each starts, and the one file it becomes in dist/. */
export const programs = [
  { entry: 'electron/main/main.ts', file: 'main/main.cjs' },
  { entry: 'electron/preload/preload.ts', file: 'preload/preload.cjs' },
  { entry: 'electron/utility/engine.ts', file: 'engine/engine.cjs' },
  { entry: 'src/services/pdf/process.ts', file: 'pdf/pdf.cjs' },
  { entry: 'src/services/styles/thread.ts', file: 'cite/cite.cjs' },
  { entry: 'src/cli/main.ts', file: 'cli/sheaf.cjs' },
];

/** Vite's configuration of a program: one CommonJS file with its dependencies inside, so that a packaged app carries no node_modules. */
export function programConfig({ entry, file }) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: entry,
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
      },
    },
  };
}
