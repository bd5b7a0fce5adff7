export { fetchFile, refusalOf, withRests, type Fetched } from './fetch-file.ts';
export { nameOfMessage } from './name-of-message.ts';
export { postJson } from './post-json.ts';
export { rawBodies, readJson } from './raw-bodies.ts';
export { isSameText } from './same-text.ts';
