export interface Tiles {
  /** With {z}, {x} and {y}. */
  url: string;
  attribution: string;
}

/**
 * The tile server that this installation names in its page (`<meta name="map-tiles" content="…" data-attribution="…">`), if it names
 * one. Only https, and only with all three places filled in.
 */
export function findTiles(page: Pick<Document, 'querySelector'>): Tiles | null {
  const meta = page.querySelector('meta[name="map-tiles"]');
  const url = meta?.getAttribute('content') ?? '';
  if (!/^(https:\/\/|\/)/.test(url) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    return null;
  return { url, attribution: escaped(meta?.getAttribute('data-attribution') ?? '') };
}

// The library writes it as markup.
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
