import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    // The server's content security policy allows no data: URI, so nothing may be inlined.
    assetsInlineLimit: 0,
    emptyOutDir: true,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8420' },
  },
});
