// One family, drawn for these applications. Several files, so that a page fetches those of its topic only.
export * from './glyphs/signs.ts';
export * from './glyphs/states.ts';
export * from './glyphs/things.ts';
export * from './glyphs/work.ts';
