import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { boundaries } from './build/boundaries.ts';
import { documents } from './build/documents.ts';
import { mapTiles } from './build/map-tiles.ts';
import { messages } from './build/messages.ts';
import { plainImports } from './build/plain-imports.ts';
import { serviceWorker } from './build/service-worker.ts';

// The application is written against React. What travels is preact, a tenth of its size; `CITIZEN_RUNTIME=react`
// builds the same sources on React itself, which keeps the way back open.
const onReact = process.env['CITIZEN_RUNTIME'] === 'react';
// In development the gateway sees its own origin: to it this server is not another site.
const gateway = process.env['GATEWAY_URL'] ?? 'http://localhost:4000';
const toGateway = { target: gateway, headers: { origin: gateway } };
const own = (file: string) => fileURLToPath(new URL(`./build/${file}`, import.meta.url));
const resolved = (entry: string) => fileURLToPath(import.meta.resolve(entry));
const react = onReact ? resolved('react') : own('react-on-preact.ts');

const runtime = onReact
  ? []
  : [
      { find: /^react-dom\/client$/, replacement: own('react-dom-on-preact.ts') },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: resolved('preact/jsx-runtime') },
      { find: /^react$/, replacement: react },
    ];

const later =
  /text-page|report-card|load-more|support-report|not-found|components\/(dialog|use-modal|select|tag)\.|features\/(account|sign-in|public-reports|map|agency|figures|statistics|moderation|follow\/follow-form|device\/(drafts|draft-photos|device-news|install-hint))|send-waiting|fetch-stack|file-report\/(hints|place-list|place-on-map)|components\/(stat-tile|status-pill|facts)\.|virtual:boundaries|leaflet|topojson|citizen-figures|components\/(table|bars|filters|official-answer)\.|glyphs\/work|web-client\/src\/auth|\/en(-basic)?\.(ts|json)/;

/** Of it, what two and more of the later pages need and is small: fetched one by one each would cost a whole way to and fro. */
const beside =
  /report-card|load-more|support-report\.graphql|components\/(select|tag|status-pill|facts)\.|glyphs\/work|agency-path|list-place|list-filter|return-path|map\/map-view|official-answer|save-file|count-text/;

export default defineConfig({
  base: '/',
  plugins: [boundaries(), mapTiles(), messages(), documents(), plainImports(), serviceWorker()],
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    alias: [
      ...runtime,
      // A stand-in for Reacts that had none.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: react },
      { find: /^@0no-co\/graphql\.web$/, replacement: own('graphql-language.ts') },
      { find: /^@lingui\/core$/, replacement: own('message-runtime.ts') },
      { find: /^url-parse$/, replacement: own('native-url.ts') },
    ],
    dedupe: ['react', 'react-dom', '@urql/core'],
  },
  build: {
    target: ['chrome105', 'firefox121', 'safari16'],
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    manifest: true,
    // What a file needs is asked for with it, not after it: on slow 4G half a second less for each page. Today's browsers need no
    // polyfill for that.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What several pages need is one file beside the entry, except what none of the first pages needs.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 2, test: (id) => !later.test(id) },
            { name: 'beside', minShareCount: 2, test: beside },
          ],
        },
      },
      // React's marker for servers; libraries carry it, here it says nothing.
      onLog: (level, log, report) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log)),
    },
  },
  server: {
    proxy: Object.fromEntries(['/graphql', '/auth', '/files'].map((path) => [path, toGateway])),
  },
});
