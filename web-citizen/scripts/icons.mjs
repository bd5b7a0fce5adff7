// Draws the icons of the installed application from their sources in public/. Run by hand when those change.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const file = (name) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));
const draw = (source, size, name) =>
  sharp(file(source), { density: 600 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(file(name));

await draw('icon.svg', 192, 'icon-192.png');
await draw('icon.svg', 512, 'icon-512.png');
await draw('icon-maskable.svg', 512, 'icon-maskable-512.png');
// Apple shows no transparency.
await draw('icon-maskable.svg', 180, 'icon-180.png');
