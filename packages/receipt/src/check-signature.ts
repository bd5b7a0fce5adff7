import type { SignatureCheck } from './signature-check.ts';

/** By the browser itself; throws where it does not know the curve. */
export const byPlatform: SignatureCheck = async (publicKey, signed, signature) => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, signed);
};

/** By the platform, else by a library that is fetched only then, for phones whose browser is older. */
export const checkSignature: SignatureCheck = async (...checked) => {
  try {
    return await byPlatform(...checked);
  } catch {
    const { byLibrary } = await import('./by-library.ts');
    // A key that is no point of the curve has signed nothing.
    return byLibrary(...checked).catch(() => false);
  }
};
