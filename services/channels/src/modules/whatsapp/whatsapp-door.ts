import { toE164 } from '@lapor/phone';
import type { Admission, Door } from '../door/index.ts';
import { withRests } from '../provider/index.ts';
import { createTalk, fitLong, wordsOfAnswer } from '../talk/index.ts';
import { fetchWhatsAppFile } from './fetch-whatsapp-file.ts';
import type { WhatsApp } from './whatsapp.ts';

const LONGEST = 4_096;

/** The door of WhatsApp: a chat with the number of LAPOR!. */
export function whatsappDoor(
  whatsapp: WhatsApp,
  { publicUrl, now }: { publicUrl: string; now: () => number },
): Door {
  return {
    channel: 'WHATSAPP',
    way: 'WHATSAPP',
    ...createTalk({
      channel: 'WHATSAPP',
      door: 'WhatsApp',
      here: 'nomor WhatsApp ini',
      type: 'Ketik',
      news: 'lewat WhatsApp',
      fit: fitLong(LONGEST),
      pageOf: (number) => `${publicUrl}/laporan/${number}`,
      home: publicUrl,
      offersFiling: true,
    }),
    admit,
    reporterAt: (address): Record<string, string> =>
      toE164(address) === address ? { phone: address } : { doorAddress: address },
    fetchFile: withRests(fetchWhatsAppFile(whatsapp), now),
    wordsOf: wordsOfAnswer,
  };
}

function admit(from: string): Admission {
  const digits = from.replace(/\D/g, '').slice(0, 15);
  return /^[1-9]\d{6,14}$/.test(digits)
    ? { address: `+${digits}`, state: 'RECEIVED', reason: null }
    : { address: from, state: 'REFUSED', reason: 'NO_NUMBER' };
}
