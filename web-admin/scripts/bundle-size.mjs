import { measureFirstRoute } from '@lapor/staff/vite';

// What an operator's browser loads before the verification desk works.
const LIMIT_BYTES = 250_000;
const dist = new URL('../dist', import.meta.url).pathname;
const { files, gzipBytes } = await measureFirstRoute(dist, ['src/desk/desk-page.tsx']);
for (const { name, gzipBytes: bytes } of files)
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}`);
console.log(
  `${(gzipBytes / 1000).toFixed(1).padStart(7)} kB  first route, gzip (limit ${LIMIT_BYTES / 1000} kB)`,
);
if (gzipBytes > LIMIT_BYTES) process.exit(1);
