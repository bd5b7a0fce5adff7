/** A UUID of version 8 (RFC 9562): of our own making, the same for the same bytes; 16 of them are taken. */
export function uuidFrom(bytes: Uint8Array): string {
  const sixteen = Buffer.from(bytes.subarray(0, 16));
  sixteen[6] = (sixteen[6]! & 0x0f) | 0x80;
  sixteen[8] = (sixteen[8]! & 0x3f) | 0x80;
  return sixteen.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
