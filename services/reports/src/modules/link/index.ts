export { readSignedId, signedId } from './signed-id.ts';
