import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Writes the tile server of this installation into the page, if there is one (`MAP_TILES_URL`, `MAP_TILES_ATTRIBUTION`); the map reads
 * it there. The content policy admits pictures of our own origin only: let a reverse proxy pass a path on, and no reader's address
 * reaches anybody else.
 */
export function mapTiles(): Plugin {
  return {
    name: 'map-tiles',
    transformIndexHtml: () => tilesTags(process.env['MAP_TILES_URL'], process.env['MAP_TILES_ATTRIBUTION']),
  };
}

export const tilesTags = (url = '', attribution = ''): HtmlTagDescriptor[] =>
  url
    ? [
        {
          tag: 'meta',
          attrs: { name: 'map-tiles', content: url, 'data-attribution': attribution },
          injectTo: 'head',
        },
      ]
    : [];
