import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { catalogues } from './catalogues.ts';

// In development the gateway sees its own origin: to it this server is not another site.
const gateway = process.env['GATEWAY_URL'] ?? 'http://localhost:4000';
const toGateway = { target: gateway, headers: { origin: gateway } };

/** How both consoles are built; `base` is the path the gateway serves them under. */
export const consoleConfig = (base: '/instansi/' | '/admin/'): UserConfig => ({
  base,
  plugins: [catalogues(), react()],
  // The gateway replaces the word with the nonce of each answer.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    dedupe: ['react', 'react-dom', 'react-router', 'urql', '@urql/core', '@lingui/core', '@lingui/react'],
  },
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    // Nothing inline: a strict policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { proxy: { '/graphql': toGateway, '/auth': toGateway, '/files': toGateway } },
});
