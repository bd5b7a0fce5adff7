import type { Door } from '../door/index.ts';
import { withRests } from '../provider/index.ts';
import { createTalk, fitLong, wordsOfAnswer } from '../talk/index.ts';
import { fetchTelegramFile } from './fetch-telegram-file.ts';
import type { Telegram } from './telegram.ts';

const LONGEST = 4_096;

/** The door of Telegram: a private chat with the bot. */
export function telegramDoor(
  telegram: Telegram,
  { publicUrl, now }: { publicUrl: string; now: () => number },
): Door {
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
    fetchFile: withRests(fetchTelegramFile(telegram), now),
    wordsOf: wordsOfAnswer,
  };
}
