/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The office played by a small in-memory server, for `npm run mock` alone; it never enters the product bundle. */
function mockOffice(): Plugin {
  return {
    name: 'futari-mock-office',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const module = await server.ssrLoadModule('/src/testing/mock-middleware.ts');
        await (module as typeof import('./src/testing/mock-middleware')).handle(request, response, next);
      });
    },
  };
}

/** The font package names a family with a suffix; ours is one name, so that an installed Noto Sans JP wins and nothing is fetched. */
function oneFontName(): Plugin {
  return {
    name: 'futari-font-name',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('@fontsource-variable') && id.endsWith('.css')
        ? code.replaceAll("'Noto Sans JP Variable'", "'Futari Sans JP'")
        : null;
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), oneFontName(), ...(mode === 'mock' ? [mockOffice()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    ...(process.env['FUTARI_BACKEND']
      ? {
          proxy: Object.fromEntries(
            ['/api', '/login', '/logout', '/terminal', '/oauth2'].map((path) => [path, process.env['FUTARI_BACKEND']!]),
          ),
        }
      : {}),
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 90_000,
    env: { TZ: 'Asia/Tokyo' },
  },
}));
