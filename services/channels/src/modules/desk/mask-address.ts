import { maskPhone } from '@lapor/phone';

/** Enough of an address to tell senders apart, and too little to write to one. */
export function maskAddress(address: string): string {
  if (/^\+62\d{9,}$/.test(address)) return maskPhone(address);
  const mail = /^([^@\s]+)@([^@\s]+)$/.exec(address);
  if (mail) return `${mail[1]!.slice(0, 1)}•••@${mail[2]!}`;
  // A foreign number, the number of a chat, a name at a network.
  const characters = [...address];
  return characters.length > 6
    ? `${characters.slice(0, 2).join('')}••••${characters.slice(-2).join('')}`
    : '••••';
}
