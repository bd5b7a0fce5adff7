// What a first visit that files a report must fetch, compressed: the page, its style, the entry (which holds "/") and
// the pages "/lapor" and "/terkirim" with everything they import. Exits non-zero when the promise is missed.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limitBytes = 60_000;
const journey = ['index.html', 'src/routes/filing.ts'];

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const files = new Set(['index.html']);
const seen = new Set();
function follow(key) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest`);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) follow(imported);
}
journey.forEach(follow);

const sizes = [...files].map((file) => [
  file,
  gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length,
]);
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
for (const [file, bytes] of sizes.sort((a, b) => b[1] - a[1]))
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
console.log(
  `${(total / 1000).toFixed(1).padStart(7)} kB  first visit that files a report (limit ${limitBytes / 1000} kB, gzip)`,
);
if (total > limitBytes) process.exit(1);
