import type { Door } from '../door/index.ts';
import { createTalk, fitLong, wordsOfAnswer } from '../talk/index.ts';

const LONGEST = 4_096;

/** The door of Telegram: a private chat with the bot. */
export function telegramDoor({ publicUrl }: { publicUrl: string }): Door {
  return {
    channel: 'TELEGRAM',
    way: 'TELEGRAM',
    ...createTalk({
      channel: 'TELEGRAM',
      door: 'Telegram',
      here: 'akun Telegram ini',
      type: 'Ketik',
      news: 'lewat Telegram',
      fit: fitLong(LONGEST),
      pageOf: (number) => `${publicUrl}/laporan/${number}`,
      home: publicUrl,
      offersFiling: true,
    }),
    admit: (from) => ({ address: from, state: 'RECEIVED', reason: null }),
    // The chat is all that is known of whoever writes.
    reporterAt: (doorAddress) => ({ doorAddress }),
    wordsOf: wordsOfAnswer,
  };
}
