/** Whether an Ed25519 signature (RFC 8032) is of this key and these bytes. */
export type SignatureCheck = (
  publicKey: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;
